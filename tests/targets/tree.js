// SPDX-License-Identifier: GPL-3.0-or-later
// A parent, a child and a grandchild; each prints "<role> <pid>". With DETACH=1 the grandchild leads a session of its own.
const { spawn } = require('child_process');
const role = process.argv[2] || 'parent';
const next = { parent: 'child', child: 'grandchild' }[role];
console.log(`${role} ${process.pid}`);
if (next) {
    const detached = next === 'grandchild' && Boolean(process.env.DETACH);
    spawn(process.execPath, [__filename, next], { stdio: 'inherit', detached });
}
setInterval(() => {}, 1000);
