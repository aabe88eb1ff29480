// SPDX-License-Identifier: GPL-3.0-or-later
// Runs for DELAY ms (default 1500), then throws.
setTimeout(() => { throw new Error('slow crash'); }, Number(process.env.DELAY || 1500));
