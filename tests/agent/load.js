// SPDX-License-Identifier: GPL-3.0-or-later
// Requests without an end, over kept and over new connections; counts what fails. One event loop, no dependencies.
'use strict';

const http = require('http');
const http2 = require('http2');
const https = require('https');

class Load {
    // `options` of http.request(); `secure`: HTTPS
    constructor(options, { kept = 8, fresh = 4, secure = false } = {}) {
        this.options = options;
        this.done = 0;
        this.failures = [];
        this.again = 0; // requests that were sent once more, see mayGoAgain()
        this.answers = new Map(); // text to how often
        this.running = true;
        this.module = secure ? https : http;
        this.watchPauses();
        this.start(kept, fresh);
    }

    start(kept, fresh) {
        this.agent = new this.module.Agent({ keepAlive: true, maxSockets: kept });
        this.loops = [];
        for (let i = 0; i < kept + fresh; ++i)
            this.loops.push(this.loop(i < kept ? this.agent : false));
    }

    // The longest time, in ms, in which this process did nothing: stopped, or without a processor.
    watchPauses() {
        let last = Date.now();
        this.longestPause = 0;
        this.pauses = setInterval(() => {
            const now = Date.now();
            this.longestPause = Math.max(this.longestPause, now - last);
            last = now;
        }, 5);
    }

    async loop(agent) {
        while (this.running)
            await this.one(agent);
    }

    one(agent) {
        return new Promise((resolve) => {
            const request = this.module.request({ ...this.options, agent }, (response) => {
                let text = '';
                request.socket.hasAnswered = true;
                response.setEncoding('utf8');
                response.on('data', (data) => {
                    text += data;
                });
                response.on('end', () => {
                    if (response.statusCode !== 200)
                        this.failures.push('status ' + response.statusCode);
                    this.answered(text);
                    resolve();
                });
                response.on('close', () => response.complete || this.fail('cut answer', resolve));
                response.on('error', () => {});
            });
            request.on('socket', (socket) => { // request.reusedSocket is not set when another request has waited for the socket
                request.onUsedSocket = socket.hasAnswered;
            });
            request.on('error', (error) => {
                if (mayGoAgain(request, error)) {
                    ++this.again;
                    resolve(this.one(agent));
                } else if (!request.res) {
                    this.fail((agent ? 'kept ' : 'new ') + (error.code || error.message), resolve);
                }
            });
            request.end();
        });
    }

    answered(text) {
        ++this.done;
        this.answers.set(text, (this.answers.get(text) || 0) + 1);
    }

    fail(why, resolve) {
        this.failures.push(why);
        setImmediate(resolve);
    }

    // At least so many more answers.
    async more(count) {
        const goal = this.done + count;
        while (this.done + this.failures.length < goal)
            await new Promise((resolve) => setImmediate(resolve));
    }

    async stop() {
        this.running = false;
        await Promise.all(this.loops);
        clearInterval(this.pauses);
        this.agent.destroy();
        return this.failures;
    }
}

// The server may close an idle connection just when a request is on its way. So HTTP clients send it again (RFC 9112, 9.3.1) if the connection
// had been used before, no byte of an answer has come, and the request changes nothing, which is so with all of these.
function mayGoAgain(request, error) {
    return request.onUsedSocket && !request.res && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

// The same over HTTP/2: `kept` requests at a time over each of two sessions, `fresh` over sessions of their own.
class Http2Load extends Load {
    // `options`: `origin`, those of http2.connect(), and `maySayCancel`: an answer as long as it said it would be counts also if CANCEL follows it
    start(kept, fresh) {
        this.refuses = true;
        this.sessions = [];
        this.loops = [];
        for (let i = 0; i < 2 * kept + fresh; ++i)
            this.loops.push(this.loop(i < 2 * kept ? i % 2 : -1));
        this.agent = { destroy: () => this.sessions.forEach((session) => session.close()) };
    }

    connect() {
        const session = http2.connect(this.options.origin, this.options);
        session.on('error', (error) => {
            session.why = error.code || error.message;
        });
        return session;
    }

    session(which) {
        if (which < 0)
            return this.connect();
        if (!this.sessions[which] || this.sessions[which].closed || this.sessions[which].destroyed)
            this.sessions[which] = this.connect();
        return this.sessions[which];
    }

    one(which) {
        const session = this.session(which);
        return new Promise((resolve) => {
            const stream = session.request({ ':path': '/' });
            let text = '';
            let status = 0;
            let length;
            stream.setEncoding('utf8');
            stream.on('response', (headers) => {
                status = headers[':status'];
                length = Number(headers['content-length']);
            });
            stream.on('data', (data) => {
                text += data;
            });
            stream.on('error', (error) => {
                stream.why = error.code || error.message;
            });
            stream.on('close', () => {
                if (which < 0)
                    session.close();
                const ended = stream.rstCode === 0 || (this.options.maySayCancel && stream.rstCode === http2.constants.NGHTTP2_CANCEL);
                if (status === 200 && ended && text.length === length) {
                    this.answered(text);
                    resolve();
                } else if (stream.rstCode === http2.constants.NGHTTP2_REFUSED_STREAM && status === 0) {
                    ++this.again; // nobody has begun with it
                    setImmediate(() => resolve(this.one(which)));
                } else {
                    this.fail([which < 0 ? 'new' : 'kept', 'status', status, 'code', stream.rstCode, stream.why, session.why, text].join(' '), resolve);
                }
            });
            stream.end();
        });
    }
}

module.exports = { Load, Http2Load };
