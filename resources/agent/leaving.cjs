// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const cluster = require('cluster');
const os = require('os');
const { Connections } = require('./connections.cjs');

// A worker leaves without a lost request: it stops accepting, moves keep-alive clients on, lets the app have its say, and ends when the
// last connection has.
class Leaving {
    constructor(tell, messages) {
        this.tell = tell;
        this.messages = messages;
        this.servers = new Map(); // to their connections, from 'listening' to 'close'
        this.request = null;
        this.byItself = false; // it ends when its connections have
        this.noMoreHandedOver = false;
        this.told = false; // the app
    }

    watch(server) {
        const connections = new Connections(server);
        server.on('listening', () => {
            this.servers.set(server, connections);
            if (this.request) // too late to take any
                this.close(server);
        });
        server.on('close', () => {
            this.servers.delete(server);
            this.check();
        });
    }

    start(request) {
        const appTakes = this.whatAppTakes(request);
        this.tell({ act: 'draining', connections: this.count(), handled: appTakes !== null });
        if (this.request)
            return;
        this.request = request;
        this.byItself = appTakes === null;
        for (const server of this.servers.keys())
            this.close(server);
        this.tell({ act: 'stopped' }); // answered after every connection that was on its way to us: Node sends those back
        setTimeout(() => this.tellApp(), request.grace).unref();
        this.sweepLater();
        this.check();
    }

    stopped() {
        this.noMoreHandedOver = true;
        this.check();
    }

    // 'message', the signal, or null: the app has nothing that listens.
    whatAppTakes({ message, signal }) {
        if (message && this.messages.listeners() + cluster.worker.listenerCount('message') > 0)
            return 'message';
        return process.listenerCount(signal) > 0 ? signal : null;
    }

    count() {
        let sum = 0;
        for (const connections of this.servers.values())
            sum += connections.size;
        return sum;
    }

    close(server) {
        const { servers } = this;
        servers.get(server).moveOn();
        // Node 19 and newer cut idle connections in close(), though a request may be on its way; so may apps.
        server.closeIdleConnections = () => {};
        if (server.listening)
            server.close();
        // The app closes it as if it were the first to; its callback comes when it is true.
        server.close = function close(callback) {
            if (typeof callback === 'function') {
                if (servers.has(this))
                    this.once('close', () => callback());
                else
                    process.nextTick(callback);
            }
            return this;
        };
    }

    check() {
        if (!this.request || !this.noMoreHandedOver || this.servers.size > 0)
            return;
        this.tellApp();
        if (this.byItself)
            this.end();
        else
            this.holdNothing();
    }

    // After the connections if they end within the grace, for many apps answer with process.exit().
    tellApp() {
        if (this.told || this.byItself)
            return;
        this.told = true;
        const { signal } = this.request;
        const appTakes = this.whatAppTakes(this.request);
        if (appTakes === 'message') {
            process.emit('message', 'shutdown', undefined);
        } else if (appTakes === signal) {
            this.catchOwnSignal(signal);
            process.emit(signal, signal, os.constants.signals[signal]);
        } else { // it listens no more
            this.byItself = true;
            this.check();
        }
    }

    // Libraries that clean up (signal-exit) then send the signal to their own process, to die of it as if they had not listened.
    catchOwnSignal(signal) {
        const { kill } = process;
        process.kill = (pid, sent) => {
            if (pid !== process.pid || (sent !== signal && sent !== os.constants.signals[signal]) || process.listenerCount(signal) > 0)
                return kill.call(process, pid, sent);
            this.byItself = true;
            this.check();
            return true;
        };
    }

    sweepLater() {
        setTimeout(() => setImmediate(() => { // right after the sockets were read: none of these has a request waiting
            for (const connections of this.servers.values())
                connections.closeIdle();
            this.sweepLater();
        }), Math.max(this.request.grace / Connections.looks, 10)).unref();
    }

    end() {
        if (!process.connected)
            process.exit();
        process.once('disconnect', () => process.exit());
        cluster.worker.disconnect();
    }

    // An app that only closes its servers and ends its work then comes to its end.
    holdNothing() {
        if (process.channel)
            process.channel.unref();
        this.messages.keepAlive(false);
    }
}

module.exports = { Leaving };
