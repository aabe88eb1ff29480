// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that fail while a cluster under load is reloaded, scaled, and loses a worker.
'use strict';
const { Load } = require('../../agent/load');
const { now, sleep, until } = require('./common');
const { WebApp, schedulings } = require('./webapp');

const total = 100000;
const connections = { kept: 8, fresh: 4 };

// How many requests had no answer when the load was to end, however long one waits.
async function hanging(load) {
  const all = connections.kept + connections.fresh;
  let ended = 0;
  load.loops.forEach((loop) => loop.then(() => { ended += 1; }));
  load.running = false;
  await Promise.race([Promise.all(load.loops), sleep(5000)]);
  load.agent.destroy();
  return all - ended;
}

async function underLoad(app) {
  const load = new Load({ host: '127.0.0.1', port: app.port }, connections);
  const answered = async (part) => { await until(() => load.done + load.failures.length >= total * part, `${total * part} answers`, 120000); };
  const steps = [['reload', app.name], ['reload', app.name], ['scale', app.name, '8'], ['scale', app.name, '2']];
  const begin = now();
  for (const [index, args] of steps.entries()) {
    await answered(0.1 + index * 0.2);
    const done = await app.manager.runInBackground(args);
    if (done.status !== 0) {
      throw new Error(`${app.manager.name} ${args.join(' ')}: ${done.output}`);
    }
  }
  await answered(0.85);
  const asked = load.failures.length;
  process.kill(app.pids()[0], 'SIGKILL');
  await sleep(1000);
  const killed = load.failures.length - asked;
  await answered(1);
  const hang = await hanging(load);
  return {
    asked: load.failures.slice(0, asked), killed: load.failures.slice(asked, asked + killed), later: load.failures.slice(asked + killed), hang,
    done: load.done, seconds: (now() - begin) / 1000,
  };
}

const kinds = (failures) => Object.entries(failures.reduce((counts, text) => ({ ...counts, [text]: (counts[text] || 0) + 1 }), {}))
  .map(([text, count]) => `${count} ${text}`).join(', ');

async function longRun(context) {
  const results = {};
  const run = async (manager, scheduling) => {
    const name = `${manager.name} ${scheduling}`;
    const app = await new WebApp(context, manager, `long-${scheduling}`).start(4, scheduling);
    try {
      results[name] = await underLoad(app);
    } finally {
      app.delete();
    }
    const { asked, killed, later, hang, done, seconds } = results[name];
    process.stderr.write(`  ${name}: ${done} answered in ${seconds.toFixed(1)} s; reload and scale: ${kinds(asked) || 'none failed'}; `
      + `SIGKILL: ${kinds(killed) || 'none failed'}; later: ${kinds(later) || 'none failed'}; never answered: ${hang}\n`);
  };
  for (const scheduling of schedulings) {
    for (const manager of context.managers.filter(({ name }) => name === 'tropero' || scheduling === 'rr')) {
      await run(manager, scheduling);
    }
  }
  const all = connections.kept + connections.fresh;
  return schedulings.flatMap((scheduling) => {
    const values = (count) => ({
      tropero: count(results[`tropero ${scheduling}`]), pm2: scheduling === 'rr' && results['pm2 rr'] ? count(results['pm2 rr']) : undefined,
    });
    const unanswered = Object.entries(results).filter(([name, { hang }]) => hang > 0 && name.endsWith(` ${scheduling}`))
      .map(([name, { hang }]) => `${name}: ${hang} never answered, perhaps of the killed one`).join('; ');
    const rare = scheduling === 'reuseport'; // the system loses what waits in the queue of a socket that closes
    return [
      {
        what: `of ${total} requests failed: 2 x reload, scale 4 -> 8 -> 2, ${scheduling}`, unit: '',
        values: values((r) => r.asked.length + r.later.length + r.hang), wanted: rare ? '-' : '0', met: (v) => rare || v.tropero === 0,
        note: unanswered,
      },
      {
        what: `  and with the SIGKILL of one, ${scheduling}`, unit: '', values: values((r) => r.killed.length), wanted: `<= ${all} connections`,
        met: (v) => v.tropero <= all,
      },
    ];
  });
}

module.exports = { longRun };
