// SPDX-License-Identifier: GPL-3.0-or-later
// Ends at once with the exit code that is given as argument or CODE (default 1).
console.error('crashing');
process.exit(Number(process.argv[2] || process.env.CODE || 1));
