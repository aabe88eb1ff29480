// SPDX-License-Identifier: GPL-3.0-or-later
// The process managers that are compared, each with a home of its own that is removed at the end.
'use strict';
const { spawn, spawnSync } = require('child_process');
const { once } = require('events');
const fs = require('fs');
const path = require('path');
const proc = require('./proc');

class Manager {
  constructor(name, command, homeVariable, scratch) {
    this.name = name;
    this.command = command;
    this.home = path.join(scratch, `${name}-home`);
    // The Node that runs this is the one for everything.
    this.environment = { ...process.env, [homeVariable]: this.home, PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}` };
    fs.mkdirSync(this.home, { mode: 0o700 });
  }

  // Runs a command to its end; throws with its output when it fails.
  run(args, extraEnvironment = {}) {
    const done = spawnSync(this.command, args, {
      env: { ...this.environment, ...extraEnvironment }, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120000,
    });
    if (done.error || done.status !== 0) {
      throw new Error(`${this.name} ${args.join(' ')}: ${done.error || done.status}\n${done.stdout}${done.stderr}`);
    }
    return done.stdout;
  }

  // The same while this process goes on; fails by its status only.
  async runInBackground(args) {
    const child = spawn(this.command, args, { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120000 });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => { output += text; });
    }
    const [status] = await once(child, 'close');
    return { status, output };
  }

  // Its own and those of its apps.
  processes() {
    return proc.withDescendants([this.daemon(), ...this.guards()]);
  }

  apps() {
    return JSON.parse(this.run(['jlist']));
  }

  online() {
    return this.apps().filter((app) => app.pm2_env.status === 'online').length;
  }

  deleteAll() {
    if (this.apps().length > 0) {
      this.run(['delete', 'all']);
    }
  }

  end() {
    try {
      this.run(['kill']);
    } finally {
      fs.rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

class Tropero extends Manager {
  constructor(bin, scratch) {
    super('tropero', path.join(bin, 'tropero'), 'TROPERO_HOME', scratch);
  }

  daemon() {
    return proc.programsWith('troperod', `TROPERO_HOME=${this.home}`)[0];
  }

  guards() {
    return proc.programsWith('tropero-guard', `TROPERO_HOME=${this.home}`);
  }
}

class Pm2 extends Manager {
  constructor(command, scratch) {
    super('pm2', command, 'PM2_HOME', scratch);
  }

  daemon() {
    return Number(fs.readFileSync(path.join(this.home, 'pm2.pid'), 'utf8'));
  }

  guards() {
    return [];
  }
}

module.exports = { Tropero, Pm2 };
