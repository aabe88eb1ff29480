// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker of a cluster has: its app's messages go to the guard, not to the primary; it tells where it listens; it leaves with grace.
'use strict';

const cluster = require('cluster');
const { isInternal } = require('./internal.cjs');
const { onServer, withReusePort, canReusePort } = require('./servers.cjs');
const { Leaving } = require('./leaving.cjs');

function start(options) {
    const tell = tellPrimary();
    const messages = takeOverMessages(options, tell);
    if (options.reusePort && !canReusePort())
        tell({ act: 'warning', text: 'reuseport needs Linux and Node 22.12 or newer; Node ' + process.versions.node + ' goes by round robin' });

    const leaving = new Leaving(tell, messages);
    onServer((server) => {
        leaving.watch(server);
        server.on('listening', () => tell(listening(server.address())));
    }, options.reusePort && canReusePort() ? withReusePort : undefined);
    process.on('internalMessage', (message) => {
        if (message.cmd !== 'NODE_TROPERO')
            return;
        if (message.act === 'leave')
            leaving.start(message);
        else if (message.act === 'stopped')
            leaving.stopped();
    });
    if (options.metrics)
        require('./metrics.cjs').start(messages);
}

// The app may replace process.send; ours stays Node's.
function tellPrimary() {
    const native = process.send;
    return (message) => {
        if (process.connected) // an error: the primary is gone, and Node ends this worker
            native.call(process, { cmd: 'NODE_TROPERO', ...message }, undefined, undefined, () => {});
    };
}

function takeOverMessages(options, tell) {
    const native = process.send;
    const { disconnect } = process;
    const messages = require('./messages.cjs').create({ ...options, native: true });
    process.disconnect = function () { // its end alone would look like any other
        tell({ act: 'disconnecting' });
        return Reflect.apply(disconnect, this, []);
    };
    process.send = function send(message, handle, ...rest) {
        if (isInternal(message) || (handle && typeof handle !== 'function'))
            return native.call(process, message, handle, ...rest);
        return messages.send(message, handle, ...rest);
    };
    const listening = (name) => {
        if (name === 'message')
            messages.listening();
    };
    process.on('newListener', listening);
    cluster.worker.on('newListener', listening); // what process gets is emitted there as well
    process.once('disconnect', () => messages.refresh());
    return messages;
}

function listening(address) {
    return typeof address === 'string' ? { act: 'listening', address }
        : { act: 'listening', address: address ? address.address : '', port: address ? address.port : undefined };
}

module.exports = { start };
