// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded (node -r) into the Node processes that Tropero starts. Everything else is loaded with its first use, so that an app that
// uses none of it pays for this file only.
'use strict';

const { TROPERO_AGENT: path, TROPERO_TOKEN: token, TROPERO_METRICS: metrics, TROPERO_REUSEPORT: reusePort } = process.env;

// Not there: a worker thread, or a child that copied our arguments. They are none of Tropero's business.
if (path && token) {
    for (const name of ['TROPERO_AGENT', 'TROPERO_TOKEN', 'TROPERO_METRICS', 'TROPERO_REUSEPORT'])
        delete process.env[name];
    forgetThisFile(process.execArgv);
    const options = { path, token, metrics: metrics === '1', reusePort: reusePort === '1' };
    if (typeof process.send === 'function')
        require('./worker.cjs').start(options);
    else
        forkMode(options);
}

// child_process.fork() and cluster give execArgv to their children.
function forgetThisFile(execArgv) {
    for (let i = 0; i < execArgv.length; ++i) {
        const joined = execArgv[i].startsWith('--require=');
        const file = joined ? execArgv[i].slice('--require='.length)
            : execArgv[i] === '-r' || execArgv[i] === '--require' ? execArgv[i + 1] : undefined;
        if (file !== undefined && isThisFile(file))
            execArgv.splice(i--, joined ? 1 : 2);
    }
}

function isThisFile(file) {
    try {
        return file === __filename || (file.endsWith('hook.cjs') && require.resolve(file) === __filename);
    } catch (error) {
        return false; // a relative path of somebody else
    }
}

function forkMode(options) {
    let messages = null;
    const load = () => messages || (messages = require('./messages.cjs').create(options));

    process.connected = true;
    process.send = function send(...args) {
        return load().send(...args);
    };
    process.disconnect = function disconnect() {
        load().disconnect();
    };
    process.channel = {
        ref: () => load().keepAlive(true),
        unref: () => load().keepAlive(false),
    };
    process.on('newListener', (name) => {
        if (name === 'message')
            load().listening();
    });
    if (options.metrics)
        require('./metrics.cjs').start(load());
}
