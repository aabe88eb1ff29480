// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each measurement. Each takes the context (managers, scratch folder, runs) and returns rows for the table:
// { what, unit, values: { tropero, pm2, plain }, wanted, met(values) }. Managers take turns within one measurement.
'use strict';
const { spawn, spawnSync } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const proc = require('./proc');

const appsFolder = path.join(__dirname, 'apps');
const markApp = path.join(appsFolder, 'mark.js');
const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const now = () => Number(process.hrtime.bigint()) / 1e6;

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// Collects numbers under a name and hands out their medians.
class Samples {
  constructor() { this.all = {}; }
  add(name, value) { (this.all[name] ||= []).push(value); }
  medians() { return Object.fromEntries(Object.entries(this.all).map(([name, values]) => [name, median(values)])); }
}

async function until(condition, what, limit = 60000) {
  const end = now() + limit;
  while (now() < end) {
    const value = condition();
    if (value) {
      return value;
    }
    await sleep(1);
  }
  throw new Error(`waited in vain for ${what}`);
}

const linesOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);

let files = 0;
const fresh = (context, ending) => path.join(context.scratch, `${(files += 1)}${ending}`);

function configFile(context, apps) {
  const file = fresh(context, '.json');
  fs.writeFileSync(file, JSON.stringify({ apps }));
  return file;
}

const sleepers = (count) => Array.from({ length: count }, (_, i) => ({ name: `sleep-${i}`, script: 'sleep', args: ['100000'], interpreter: 'none' }));
const nodeApps = (count, mark) => Array.from({ length: count }, (_, i) => (
  { name: `node-${i}`, script: markApp, exec_mode: 'fork', env: { BENCH_MARK: mark } }));

async function jlist(context) {
  const rows = [];
  for (const count of [10, 100]) {
    const samples = new Samples();
    for (const manager of context.managers) {
      manager.run(['start', configFile(context, sleepers(count))]);
      manager.run(['jlist']);
    }
    for (let run = 0; run < context.runs * 4; run += 1) {
      for (const manager of context.managers) {
        const begin = now();
        manager.run(['jlist']);
        samples.add(manager.name, now() - begin);
      }
      const begin = now();
      spawnSync('/bin/true', { stdio: ['ignore', 'pipe', 'pipe'] });
      samples.add('plain', now() - begin);
    }
    context.managers.forEach((manager) => manager.deleteAll());
    rows.push({
      what: `jlist with ${count} apps (plain: /bin/true)`, unit: 'ms', values: samples.medians(), wanted: '<= 15, 12 x faster',
      met: (v) => v.tropero <= 15 && (!v.pm2 || v.tropero * 12 <= v.pm2),
    });
  }
  return rows;
}

async function firstLine(context) {
  const samples = new Samples();
  const take = async (name, launch) => {
    const mark = fresh(context, '.mark');
    const begin = now();
    launch(mark);
    const [line] = await until(() => { const lines = linesOf(mark); return lines.length && lines; }, 'the first line');
    samples.add(name, Number(line.split(' ')[0]) / 1e6 - begin);
    return Number(line.split(' ')[1]);
  };
  for (let run = 0; run < context.runs * 2; run += 1) {
    const pid = await take('plain', (mark) => spawn(process.execPath, [markApp], { env: { ...process.env, BENCH_MARK: mark }, stdio: 'ignore' }));
    process.kill(pid, 'SIGKILL');
    for (const manager of context.managers) {
      await take(manager.name, (mark) => manager.run(['start', markApp, '--name', `first-${run}`], { BENCH_MARK: mark }));
      manager.run(['delete', `first-${run}`]);
    }
  }
  const medians = samples.medians();
  const over = { tropero: medians.tropero - medians.plain, pm2: medians.pm2 && medians.pm2 - medians.plain, plain: medians.plain };
  return [{ what: 'start app.js until its first line, over plain node', unit: 'ms', values: over, wanted: '<= 25', met: (v) => v.tropero <= 25 }];
}

async function successor(context) {
  const samples = new Samples();
  const marks = new Map();
  for (const manager of context.managers) {
    const mark = fresh(context, '.mark');
    marks.set(manager, mark);
    manager.run(['start', path.join(appsFolder, 'print-time.sh'), '--name', 'again'], { BENCH_MARK: mark });
    await until(() => linesOf(mark).length === 1, 'the script');
  }
  for (let run = 0; run < Math.min(context.runs * 2, 12); run += 1) {
    await sleep(1200); // past the minimum uptime, so that nobody calls it unstable
    for (const manager of context.managers) {
      const lines = linesOf(marks.get(manager));
      const before = Date.now();
      while (Date.now() === before); // the wall clock, which bash has too, shows whole milliseconds: kill on the tick
      const killed = Date.now();
      process.kill(Number(lines.at(-1).split(' ')[1]), 'SIGKILL');
      const after = await until(() => { const all = linesOf(marks.get(manager)); return all.length > lines.length && all; }, 'the successor');
      samples.add(manager.name, Number(after.at(-1).split(' ')[0].replace(',', '.')) * 1000 - killed);
    }
  }
  context.managers.forEach((manager) => manager.deleteAll());
  return [{ what: 'SIGKILL of the app until its successor runs', unit: 'ms', values: samples.medians(), wanted: '<= 5', met: (v) => v.tropero <= 5 }];
}

async function sleeps(context) {
  const started = new Samples();
  const deleted = new Samples();
  const config = configFile(context, sleepers(100));
  for (let run = 0; run < context.runs; run += 1) {
    for (const manager of context.managers) {
      let begin = now();
      manager.run(['start', config]);
      started.add(manager.name, (now() - begin) / 1000);
      const online = manager.online();
      if (online !== 100) {
        throw new Error(`${manager.name}: ${online} of 100 online`);
      }
      begin = now();
      manager.run(['delete', 'all']);
      deleted.add(manager.name, (now() - begin) / 1000);
    }
  }
  return [
    { what: '100 sleep commands from one file, all online', unit: 's', values: started.medians(), wanted: '<= 0.7', met: (v) => v.tropero <= 0.7 },
    { what: 'delete of 100', unit: 's', values: deleted.medians(), wanted: '3 x faster', met: (v) => !v.pm2 || v.tropero * 3 <= v.pm2 },
  ];
}

async function fiftyNodes(context) {
  const samples = new Samples();
  const allRun = async (name, mark, begin) => {
    await until(() => linesOf(mark).length === 50, '50 Node apps', 120000);
    const last = Math.max(...linesOf(mark).map((line) => Number(line.split(' ')[0]) / 1e6));
    samples.add(name, (last - begin) / 1000);
  };
  for (let run = 0; run < Math.max(3, Math.ceil(context.runs / 2)); run += 1) {
    const plainMark = fresh(context, '.mark');
    let begin = now();
    spawnSync('/bin/bash', ['-c', 'for i in {1..50}; do "$1" "$2" >/dev/null 2>&1 & done', 'bash', process.execPath, markApp],
      { env: { ...process.env, BENCH_MARK: plainMark }, stdio: 'ignore' });
    await allRun('plain', plainMark, begin);
    linesOf(plainMark).forEach((line) => process.kill(Number(line.split(' ')[1]), 'SIGKILL'));
    for (const manager of context.managers) {
      const mark = fresh(context, '.mark');
      const config = configFile(context, nodeApps(50, mark));
      begin = now();
      manager.run(['start', config]);
      await allRun(manager.name, mark, begin);
      manager.deleteAll();
    }
  }
  return [{
    what: '50 Node apps from one file, all running', unit: 's', values: samples.medians(), wanted: '<= 1.3 x plain', met: (v) => v.tropero <= 1.3 * v.plain,
  }];
}

async function memory(context) {
  const daemons = new Samples();
  const guards = new Samples();
  const mark = fresh(context, '.mark');
  const plain = spawn(process.execPath, [markApp], { env: { ...process.env, BENCH_MARK: mark }, stdio: 'ignore' });
  await until(() => linesOf(mark).length === 1, 'the plain app');
  for (const manager of context.managers) {
    const own = fresh(context, '.mark');
    manager.run(['start', configFile(context, nodeApps(10, own))]);
    await until(() => linesOf(own).length === 10, '10 Node apps');
    await sleep(3000);
    daemons.add(manager.name, proc.residentBytes(manager.daemon()) / 2 ** 20);
    for (const guard of manager.guards()) {
      guards.add(manager.name, proc.privateBytes(guard) / 2 ** 20);
    }
    if (manager.guards().length === 0) { // what the manager adds to each app itself
      linesOf(own).forEach((line) => guards.add(manager.name, (proc.privateBytes(Number(line.split(' ')[1])) - proc.privateBytes(plain.pid)) / 2 ** 20));
    }
    manager.deleteAll();
  }
  plain.kill('SIGKILL');
  return [
    { what: 'daemon RSS with 10 apps', unit: 'MB', values: daemons.medians(), wanted: '<= 16', met: (v) => v.tropero <= 16 },
    { what: 'guard: private memory each (PM2: in each app)', unit: 'MB', values: guards.medians(), wanted: '<= 1.2', met: (v) => v.tropero <= 1.2 },
  ];
}

async function idle(context) {
  const values = {};
  const before = new Map();
  const processes = (manager) => [manager.daemon(), ...manager.guards()];
  for (const manager of context.managers) {
    const mark = fresh(context, '.mark');
    manager.run(['start', configFile(context, nodeApps(50, mark))]);
    await until(() => linesOf(mark).length === 50, '50 Node apps', 120000);
  }
  await sleep(10000); // until nobody counts as looking any more
  for (const manager of context.managers) {
    before.set(manager, new Map(processes(manager).map((pid) => [pid, proc.cpuNanoseconds(pid)])));
  }
  const begin = now();
  await sleep(context.idleSeconds * 1000);
  for (const manager of context.managers) {
    const spent = [...before.get(manager)].reduce((sum, [pid, start]) => sum + proc.cpuNanoseconds(pid) - start, 0);
    values[manager.name] = (spent / 1e6 / (now() - begin)) * 100;
  }
  context.managers.forEach((manager) => manager.deleteAll());
  return [{
    what: `CPU of the manager, 50 idle apps, ${context.idleSeconds} s`, unit: '%', values, wanted: '<= 0.1', met: (v) => v.tropero <= 0.1,
  }];
}

function sha256(file) {
  const hash = crypto.createHash('sha256');
  const descriptor = fs.openSync(file, 'r');
  const block = Buffer.alloc(1 << 20);
  for (let length = fs.readSync(descriptor, block); length > 0; length = fs.readSync(descriptor, block)) {
    hash.update(block.subarray(0, length));
  }
  fs.closeSync(descriptor);
  return hash.digest('hex');
}

// Text lines, or random bytes; `megabytes` of them.
function inputFile(context, megabytes, random) {
  const file = fresh(context, '.input');
  const descriptor = fs.openSync(file, 'w');
  for (let i = 0; i < megabytes; i += 1) {
    const block = random ? crypto.randomBytes(1 << 20) : Buffer.from(`${crypto.randomBytes(60).toString('base64')}\n`.repeat(13000)).subarray(0, 1 << 20);
    fs.writeSync(descriptor, block);
  }
  fs.closeSync(descriptor);
  return file;
}

const sizeOf = (file) => (fs.existsSync(file) ? fs.statSync(file).size : 0);
const startOf = (mark) => Number(linesOf(mark)[0].split(' ')[0].replace(',', '.')) * 1000;

// Seconds from the app's start until its output is in the file, or until the file has not grown for two seconds.
async function pour(manager, context, input) {
  const mark = fresh(context, '.mark');
  const log = fresh(context, '.log');
  manager.run(['start', configFile(context, [{
    name: 'pour', script: path.join(appsFolder, 'pour.sh'), autorestart: false, out_file: log, error_file: '/dev/null', merge_logs: true,
    env: { BENCH_MARK: mark, BENCH_INPUT: input },
  }])]);
  const total = sizeOf(input);
  let size = 0;
  let grown = Date.now(); // the wall clock: bash has no other
  await until(() => {
    const grownTo = sizeOf(log);
    if (grownTo !== size) {
      size = grownTo;
      grown = Date.now();
    }
    return size >= total || Date.now() - grown > 2000;
  }, 'the log');
  const seconds = (grown - startOf(mark)) / 1000;
  const result = { seconds, size, same: size === total && sha256(log) === sha256(input) };
  manager.deleteAll();
  fs.rmSync(log, { force: true });
  return result;
}

async function logs(context) {
  const samples = new Samples();
  const input = inputFile(context, 280, false);
  const same = {};
  for (let run = 0; run < Math.max(3, Math.ceil(context.runs / 2)); run += 1) {
    const mark = fresh(context, '.mark');
    const copy = fresh(context, '.log');
    spawnSync('/bin/bash', ['-c', '"$1" | cat > "$2"', 'bash', path.join(appsFolder, 'pour.sh'), copy], { env: { ...process.env, BENCH_MARK: mark, BENCH_INPUT: input } });
    samples.add('plain', 280 * 1.048576 / ((Date.now() - startOf(mark)) / 1000));
    fs.rmSync(copy);
    for (const manager of context.managers) {
      const result = await pour(manager, context, input);
      samples.add(manager.name, result.size / 1e6 / result.seconds);
      same[manager.name] = (same[manager.name] ?? true) && result.same;
    }
  }
  fs.rmSync(input);
  return [{
    what: 'log of 280 MB at once (plain: app | cat > file)', unit: 'MB/s', values: samples.medians(), wanted: '>= 500, >= 60 % of plain',
    met: (v) => same.tropero && v.tropero >= 500 && v.tropero >= 0.6 * v.plain,
    note: Object.entries(same).map(([name, equal]) => `${name}: sha256 ${equal ? 'equal' : 'differs'}`).join(', '),
  }];
}

async function randomBytes(context) {
  const input = inputFile(context, 10, true);
  const values = {};
  const notes = [];
  for (const manager of context.managers) {
    const result = await pour(manager, context, input);
    values[manager.name] = result.size / 2 ** 20;
    notes.push(`${manager.name}: ${result.same ? 'identical' : 'mangled'}`);
  }
  fs.rmSync(input);
  return [{
    what: '10 MB of random bytes through the log', unit: 'MB', values, wanted: 'identical', met: () => notes.includes('tropero: identical'), note: notes.join(', '),
  }];
}

// Memory comes first: what a daemon has once held stays in its figures.
module.exports = { memory, jlist, firstLine, successor, sleeps, fiftyNodes, idle, logs, randomBytes };
