// SPDX-License-Identifier: GPL-3.0-or-later
// The clustered web server that the cluster measurements start in every manager.
'use strict';
const { once } = require('events');
const fs = require('fs');
const http = require('http');
const net = require('net');
const path = require('path');
const { appsFolder, until, linesOf, fresh, configFile } = require('./common');

const web = path.join(appsFolder, 'web.js');
const [major, minor] = process.versions.node.split('.').map(Number);
const schedulings = ['rr', 'none', ...(major > 23 || (major === 23 && minor >= 1) || (major === 22 && minor >= 12) ? ['reuseport'] : [])];

// Free now; nobody else takes it that soon, since the system hands out others first.
async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

class WebApp {
  constructor(context, manager, name) {
    Object.assign(this, { context, manager, name, mark: fresh(context, '.mark') });
    this.script = fresh(context, '.js'); // its own copy, which can be broken
    fs.copyFileSync(web, this.script);
  }

  async start(workers, scheduling = 'rr') {
    this.port = await freePort();
    this.config = configFile(this.context, [{
      name: this.name, script: this.script, instances: workers, exec_mode: 'cluster', env: { PORT: String(this.port), BENCH_MARK: this.mark },
      ...(this.manager.name === 'tropero' && { scheduling, ready_when: 'listening' }),
    }]);
    this.manager.run(['start', this.config]);
    await this.listening(workers);
    return this;
  }

  // As many have begun to listen, ever.
  listening(count) {
    return until(() => { const lines = linesOf(this.mark); return lines.length >= count && lines; }, `${count} listening workers of ${this.manager.name}`);
  }

  pids() {
    return this.manager.apps().filter((app) => app.name === this.name).map((app) => app.pid);
  }

  // The pid of a worker, or nothing when nobody answers.
  ask() {
    return new Promise((resolve) => {
      http.get({ port: this.port, host: '127.0.0.1', agent: false, timeout: 5000 }, (response) => {
        let text = '';
        response.on('data', (data) => { text += data; });
        response.on('end', () => resolve(Number(text)));
      }).on('error', () => resolve(undefined)).on('timeout', function giveUp() { this.destroy(); });
    });
  }

  delete() {
    this.manager.run(['delete', this.name]);
  }
}

module.exports = { WebApp, web, schedulings, freePort };
