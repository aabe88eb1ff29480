// SPDX-License-Identifier: GPL-3.0-or-later
// Ignores every signal that can be ignored; only SIGKILL ends it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK']) {
    try {
        process.on(signal, () => console.log(`ignored ${signal}`));
    } catch { /* not on this system */ }
}
setInterval(() => {}, 1000);
console.log('ready');
