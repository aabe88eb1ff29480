// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const fs = require('fs');
const net = require('net');

const longestSent = 1024 * 1024; // the guard's limit, with the newline
const longestRead = 8 * 1024 * 1024; // a fork line carries a whole environment

// The connection of this process to its guard. `received(object)` for each line, `lost()` once when it is over, for whatever reason but close().
class Channel {
    constructor(path, token, received, lost) {
        this.waiting = []; // what was sent before the connection stood
        this.connected = false;
        this.open = true;
        this.lost = lost;
        this.socket = net.connect(path);
        this.socket.unref();
        this.socket.on('connect', () => this.flush());
        let read = null;
        this.socket.on('data', (chunk) => {
            // Most guards never say anything: an app that only sends need not load this.
            read = read || require('./lines.cjs').lineReader(longestRead, received, () => this.socket.destroy());
            read(chunk);
        });
        this.socket.on('error', () => {}); // 'close' follows
        this.socket.on('close', () => this.end());
        this.atExit = () => this.flushNow();
        process.on('exit', this.atExit);
        this.send({ token, pid: process.pid, node: process.version });
    }

    // False when it waits in memory, as streams say it. Throws what JSON.stringify throws.
    send(object, callback) {
        const line = JSON.stringify(object) + '\n';
        if (Buffer.byteLength(line) > longestSent) {
            const error = new Error('A message of more than 1 MiB cannot be sent');
            error.code = 'ERR_TROPERO_MESSAGE_TOO_LARGE';
            throw error;
        }
        if (this.connected)
            return this.socket.write(line, callback);
        this.waiting.push({ line, callback });
        return this.waiting.length < 64;
    }

    flush() {
        this.connected = true;
        process.removeListener('exit', this.atExit);
        this.socket.cork();
        for (const { line, callback } of this.waiting.splice(0))
            this.socket.write(line, callback);
        this.socket.uncork();
    }

    // process.send() followed by process.exit(): Node's own channel writes at once, so must this one. The system has connected it already.
    flushNow() {
        const handle = this.socket._handle;
        if (!handle || !(handle.fd > 0))
            return;
        try {
            fs.writeSync(handle.fd, this.waiting.splice(0).map(({ line }) => line).join(''));
        } catch (error) {
            // nobody is left who could be told
        }
    }

    close() {
        this.lost = () => {};
        this.socket.end();
        this.socket.unref();
    }

    end() {
        if (!this.open)
            return;
        this.open = false;
        this.connected = false;
        process.removeListener('exit', this.atExit);
        for (const { callback } of this.waiting.splice(0))
            if (callback)
                callback(new Error('The connection to the guard is lost'));
        this.lost();
    }
}

module.exports = { Channel };
