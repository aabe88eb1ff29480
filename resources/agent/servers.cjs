// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const net = require('net');

// Tells of every server of this process when it is about to listen for the first time: TCP, TLS, HTTP(S), HTTP/2, of any module.
// `rewrite(args)` may change what listen() gets.
const known = new WeakSet();
const watchers = [];
const rewriters = [];

function onServer(watcher, rewrite) {
    if (watchers.length === 0)
        watchListen();
    watchers.push(watcher);
    if (rewrite)
        rewriters.push(rewrite);
}

function watchListen() {
    const original = net.Server.prototype.listen;
    net.Server.prototype.listen = function listen(...args) {
        if (!known.has(this)) {
            known.add(this);
            for (const watcher of watchers)
                watcher(this);
        }
        return Reflect.apply(original, this, rewriters.reduce((changed, rewrite) => rewrite(changed), args));
    };
}

// The arguments of listen() with reusePort where they name a TCP port. Port 0 stays as it is: each worker would get another one.
function withReusePort(args) {
    const [first] = args;
    if (first !== null && typeof first === 'object')
        return isPort(first.port) && first.path === undefined && first.fd === undefined && !first._handle
            ? [{ ...first, reusePort: true }, ...args.slice(1)] : args;
    if (!isPort(first))
        return args;
    const options = { port: first, reusePort: true };
    for (const argument of args.slice(1)) {
        if (typeof argument === 'function')
            return [options, argument];
        if (typeof argument === 'string')
            options.host = argument;
        else if (typeof argument === 'number')
            options.backlog = argument;
    }
    return [options];
}

function isPort(value) {
    return (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) && Number(value) > 0;
}

function canReusePort() {
    const [major, minor] = process.versions.node.split('.').map(Number);
    return process.platform === 'linux' && (major > 23 || (major === 23 && minor >= 1) || (major === 22 && minor >= 12));
}

module.exports = { onServer, withReusePort, canReusePort };
