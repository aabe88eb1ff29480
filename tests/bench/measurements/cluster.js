// SPDX-License-Identifier: GPL-3.0-or-later
// What a cluster takes: memory of everything that belongs to it, and time to start and to be replaced.
'use strict';
const fs = require('fs');
const proc = require('../proc');
const { sleep, now, Samples } = require('./common');
const { WebApp } = require('./webapp');

async function clusterMemory(context) {
  const fresh = new Samples();
  const used = new Samples();
  const sum = (manager) => manager.processes().reduce((bytes, pid) => bytes + proc.proportionalBytes(pid), 0) / 2 ** 20;
  for (let run = 0; run < Math.max(3, Math.ceil(context.runs / 2)); run += 1) {
    for (const manager of context.managers) {
      manager.run(['kill']); // for a daemon that has not done anything before
      const app = await new WebApp(context, manager, 'memory').start(4);
      await sleep(3000);
      fresh.add(manager.name, sum(manager));
      for (let i = 0; i < 2000; i += 1) {
        await app.ask();
      }
      await sleep(1000);
      used.add(manager.name, sum(manager));
      app.delete();
      manager.run(['kill']);
    }
  }
  const row = (what, samples) => ({
    what, unit: 'MB', values: samples.medians(), wanted: '<= 90 % of PM2', met: (v) => !v.pm2 || v.tropero <= 0.9 * v.pm2,
  });
  return [row('PSS of all processes, cluster of 4', fresh), row('the same after 2000 requests', used)];
}

async function clusterTimes(context) {
  const started = new Samples();
  const reloaded = new Samples();
  const timed = async (samples, app, listening, action) => {
    const begin = now();
    await action();
    const returned = now();
    const last = Number((await app.listening(listening)).at(-1).split(' ')[0]) / 1e6;
    samples.add(app.manager.name, (Math.max(returned, last) - begin) / 1000);
  };
  for (let run = 0; run < context.runs; run += 1) {
    for (const manager of context.managers) {
      const app = new WebApp(context, manager, `eight-${run}`);
      await timed(started, app, 8, () => app.start(8));
      await timed(reloaded, app, 16, () => manager.run(['reload', app.name]));
      app.delete();
    }
  }
  const row = (what, samples) => ({
    what, unit: 's', values: samples.medians(), wanted: '2 x faster', met: (v) => !v.pm2 || v.tropero * 2 <= v.pm2,
  });
  return [row('8 workers of a cluster started and listening', started), row('reload of 8', reloaded)];
}

// A new version that throws at once: does the reload say so, and why, and do the old workers serve on?
async function brokenVersion(context) {
  const values = {};
  const notes = {};
  for (const manager of context.managers) {
    const app = await new WebApp(context, manager, 'broken').start(2);
    const before = app.pids();
    fs.writeFileSync(app.script, "throw new Error('the database is gone');\n");
    const reload = await manager.runInBackground(['reload', app.name]);
    values[manager.name] = reload.status;
    const said = reload.output.includes('the database is gone') ? 'names the cause' : 'names no cause';
    const same = String(app.pids()) === String(before) && before.includes(await app.ask()) ? 'old workers serve' : 'the old workers are gone';
    notes[manager.name] = `${said}, ${same}`;
    app.delete();
  }
  return [{
    what: 'exit code of a reload to a version that throws', unit: '', values, wanted: 'not 0, old ones serve',
    met: (v) => v.tropero > 0 && notes.tropero === 'names the cause, old workers serve',
    note: Object.entries(notes).map(([name, note]) => `${name}: ${note}`).join('; '),
  }];
}

module.exports = { clusterMemory, clusterTimes, brokenVersion };
