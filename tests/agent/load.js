// SPDX-License-Identifier: GPL-3.0-or-later
// Requests without an end, over kept and over new connections; counts what fails. One event loop, no dependencies.
'use strict';

const http = require('http');

class Load {
    // `retryRefused`: nothing listens yet, or for a moment
    constructor(options, { kept = 8, fresh = 4 } = {}) {
        this.options = options;
        this.done = 0;
        this.failures = [];
        this.answers = new Map(); // text to how often
        this.running = true;
        this.agent = new http.Agent({ keepAlive: true, maxSockets: kept });
        this.loops = [];
        for (let i = 0; i < kept + fresh; ++i)
            this.loops.push(this.loop(i < kept ? this.agent : false));
    }

    async loop(agent) {
        while (this.running)
            await this.one(agent);
    }

    one(agent) {
        return new Promise((resolve) => {
            const request = http.request({ ...this.options, agent }, (response) => {
                let text = '';
                response.setEncoding('utf8');
                response.on('data', (data) => {
                    text += data;
                });
                response.on('end', () => {
                    ++this.done;
                    if (response.statusCode !== 200)
                        this.failures.push('status ' + response.statusCode);
                    this.answers.set(text, (this.answers.get(text) || 0) + 1);
                    resolve();
                });
                response.on('error', (error) => this.fail(error, agent, resolve));
            });
            request.on('error', (error) => this.fail(error, agent, resolve));
            request.end();
        });
    }

    fail(error, agent, resolve) {
        this.failures.push((agent ? 'kept ' : 'new ') + (error.code || error.message));
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
        this.agent.destroy();
        return this.failures;
    }
}

module.exports = { Load };
