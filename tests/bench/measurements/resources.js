// SPDX-License-Identifier: GPL-3.0-or-later
// Memory and CPU of managers whose apps do nothing.
'use strict';
const { spawn } = require('child_process');
const proc = require('../proc');
const { markApp, sleep, now, Samples, until, linesOf, fresh, configFile, nodeApps } = require('./common');

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

module.exports = { memory, idle };
