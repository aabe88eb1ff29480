// SPDX-License-Identifier: GPL-3.0-or-later
// How long one app, and many, take to start, to come back and to be listed.
'use strict';
const { spawn, spawnSync } = require('child_process');
const path = require('path');
const { appsFolder, markApp, sleep, now, Samples, until, linesOf, fresh, configFile, sleepers, nodeApps } = require('./common');

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

module.exports = { jlist, firstLine, successor, sleeps, fiftyNodes };
