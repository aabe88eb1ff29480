// SPDX-License-Identifier: GPL-3.0-or-later
// Started by "npm start", which puts a shell and npm itself above it; starts one child more.
const { spawn } = require('child_process');
console.log(`server ${process.pid}`);
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
console.log(`child ${child.pid}`);
setInterval(() => {}, 1000);
