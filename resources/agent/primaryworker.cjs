// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const asyncHooks = require('async_hooks');
const cluster = require('cluster');
const fs = require('fs');
const { boundMessages } = require('./boundedchannel.cjs');

const timeToEnd = 500; // ms that a process has after its channel

// One worker, from its fork to its end, as the primary sees it. `tell(line)` goes to the guard.
class Worker {
    constructor(launch, tell) {
        this.launch = launch;
        this.tellGuard = tell;
        this.worker = null;
        this.channelId = 0; // what Node calls its channel in executionAsyncId()
        this.hooked = false;
        this.leaving = false;
        this.disconnected = false; // it closed its channel without being asked
        this.over = false;
    }

    tell(what, more) {
        this.tellGuard({ do: what, launch: this.launch, ...more });
    }

    fork(line) {
        this.hooked = Boolean(line.env && line.env.TROPERO_AGENT);
        const opened = [];
        try {
            if (line.cwd)
                fs.accessSync(line.cwd); // spawn would say that Node itself is not there
            setUp(line, ['ignore', open(line.out, opened), open(line.error, opened), 'ipc']);
            const channel = channelOf(() => {
                this.worker = cluster.fork(line.env);
            });
            if (channel)
                this.bound(channel);
        } catch (error) {
            this.fail(error);
            return;
        } finally {
            for (const fd of opened)
                fs.closeSync(fd);
        }
        this.handOvers = new HandOvers(this.worker.process);
        this.listen();
        if (this.worker.process.pid)
            this.tell('forked', { pid: this.worker.process.pid });
    }

    bound(channel) {
        this.channel = channel;
        this.channelId = channel.getAsyncId();
        boundMessages(channel, (why) => this.garbage(why));
    }

    listen() {
        const { worker } = this;
        worker.on('error', (error) => {
            if (!worker.process.pid) // otherwise a message that could not be sent; its end says the rest
                this.fail(error);
        });
        worker.on('online', () => this.tell('online'));
        worker.on('listening', (address) => this.listening(address));
        worker.on('message', (message, handle) => this.message(message, handle));
        worker.on('disconnect', () => this.channelClosed());
        worker.on('exit', (code, signal) => this.exited(code, signal));
        worker.process.on('internalMessage', (message) => {
            if (message.cmd === 'NODE_TROPERO')
                this.hookSays(message);
        });
    }

    // The hook knows of more servers than Node's primary, but not of UDP.
    listening({ address, port, addressType }) {
        if (this.hooked && !String(addressType).startsWith('udp'))
            return;
        this.tell('listening', addressType === -1 ? { address } : { address: address || '', port });
    }

    message(message, handle) {
        if (handle && handle.destroy)
            handle.destroy(); // nobody here wants it
        else if (handle && handle.close)
            handle.close();
        if (message === 'ready' && !this.hooked)
            this.tell('message', { data: 'ready' });
    }

    hookSays(message) {
        if (message.act === 'listening')
            this.tell('listening', { address: message.address, port: message.port });
        else if (message.act === 'draining')
            this.tell('draining', { connections: message.connections, handled: message.handled });
        else if (message.act === 'warning')
            this.tellGuard({ do: 'warning', text: message.text });
        else if (message.act === 'disconnecting' && !this.leaving)
            this.disconnected = true;
        else if (message.act === 'stopped')
            this.send({ act: 'stopped' });
    }

    send(message) {
        if (this.worker.isConnected())
            this.worker.process.send({ cmd: 'NODE_TROPERO', ...message }, undefined, undefined, () => {}); // it may be gone; its end tells
    }

    leave({ signal, message, grace }) {
        this.leaving = true;
        if (this.hooked)
            this.send({ act: 'leave', signal, message, grace });
        else if (this.worker.isConnected())
            this.worker.disconnect();
    }

    // It cannot be understood any more, so nothing may wait for it.
    garbage(why) {
        if (this.over || this.broken)
            return;
        this.broken = true;
        this.tell('garbage', { why });
        if (!this.worker.isConnected())
            return;
        if (this.channel)
            this.channel.buffering = false; // or Node waits for the end of the broken message
        this.worker.process.disconnect();
    }

    // As a rule because the process has ended, which the system tells a moment later.
    channelClosed() {
        if (this.leaving || this.broken || this.over)
            return;
        if (this.worker.exitedAfterDisconnect)
            this.disconnected = true;
        this.timer = setTimeout(() => {
            this.disconnected = true;
            this.garbage('it closed its channel to the cluster and runs on');
        }, timeToEnd);
    }

    exited(code, signal) {
        clearTimeout(this.timer);
        if (this.over)
            return;
        this.over = true;
        this.handOvers.refuseAll();
        this.tell('exit', { code, signal: signal || null, disconnected: this.disconnected });
    }

    fail(error) {
        if (this.over)
            return;
        this.over = true;
        this.tell('failed', { why: error.message });
    }
}

// Connections that were sent to a worker and not yet acknowledged. Node forgets them when the worker dies, and their clients wait for ever; a
// refusal in the dead one's name makes it give them to another worker.
class HandOvers {
    constructor(child) {
        this.child = child;
        this.open = new Set(); // by the sequence number of the message
        const { send } = child;
        child.send = (message, ...more) => {
            if (message && message.cmd === 'NODE_CLUSTER' && message.act === 'newconn')
                this.open.add(message.seq);
            return send.call(child, message, ...more);
        };
        child.on('internalMessage', (message) => {
            if (message.ack !== undefined)
                this.open.delete(message.ack);
        });
    }

    refuseAll() {
        for (const ack of this.open)
            this.child.emit('internalMessage', { cmd: 'NODE_CLUSTER', ack, accepted: false });
        this.open.clear();
    }
}

function setUp({ script, args, execArgv, cwd, inspect }, stdio) {
    const settings = { exec: script, args: args || [], execArgv: execArgv || [], cwd, stdio, windowsHide: true };
    delete cluster.settings.inspectPort; // setupPrimary keeps what it is not given
    if (inspect)
        settings.inspectPort = inspect;
    (cluster.setupPrimary || cluster.setupMaster)(settings); // the second: Node 14
}

// A FIFO that nobody reads would block for ever, so one open() asks first. The worker gets one that blocks, as programs expect.
function open(path, opened) {
    if (!path)
        return 'ignore';
    const { O_WRONLY, O_NONBLOCK } = fs.constants;
    const asked = O_NONBLOCK ? fs.openSync(path, O_WRONLY | O_NONBLOCK) : -1;
    try {
        const fd = fs.openSync(path, O_WRONLY);
        opened.push(fd);
        return fd;
    } finally {
        if (asked >= 0)
            fs.closeSync(asked);
    }
}

// The handle of the channel that `fork` makes; there is no other way to it.
function channelOf(fork) {
    let channel = null;
    const hook = asyncHooks.createHook({
        init(id, type, trigger, resource) {
            if (type === 'PIPEWRAP')
                channel = resource;
        },
    }).enable();
    try {
        fork();
    } finally {
        hook.disable();
    }
    return channel;
}

// Whose message the running code is working on.
function workerAtWork(workers) {
    const ids = [asyncHooks.executionAsyncId(), asyncHooks.triggerAsyncId()];
    for (const worker of workers)
        if (ids.includes(worker.channelId))
            return worker;
    return null;
}

module.exports = { Worker, workerAtWork };
