// SPDX-License-Identifier: GPL-3.0-or-later
// Requests per second through two workers, by wrk (github.com/wg/wrk), beside a bare cluster of Node. The best run of each counts, for whatever else
// runs on the machine can only lower it; what a request takes of the CPU hardly depends on that.
'use strict';
const { spawn, spawnSync } = require('child_process');
const path = require('path');
const proc = require('../proc');
const { appsFolder, Samples, until, linesOf, fresh } = require('./common');
const { WebApp, schedulings, freePort } = require('./webapp');

const seconds = 2;

// { rate: requests per second, cpu: microseconds of all `processes` for one }
function measure(port, processes, headers) {
  const spent = () => processes.reduce((sum, pid) => sum + proc.cpuNanoseconds(pid), 0);
  const before = spent();
  const done = spawnSync('wrk', ['-t1', '-c48', `-d${seconds}s`, ...headers, `http://127.0.0.1:${port}/`], { encoding: 'utf8' });
  if (done.error || done.status !== 0) {
    throw new Error(`wrk: ${done.error || done.stderr}`);
  }
  const cpu = (spent() - before) / 1000 / Number(/(\d+) requests in/.exec(done.stdout)[1]);
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(done.stdout)[1]), cpu };
}

async function bareCluster(context, scheduling) {
  const port = await freePort();
  const mark = fresh(context, '.mark');
  const child = spawn(process.execPath, [path.join(appsFolder, 'bare-cluster.js')],
    { env: { ...process.env, PORT: String(port), WORKERS: '2', SCHEDULING: scheduling, BENCH_MARK: mark }, stdio: 'ignore' });
  await until(() => linesOf(mark).length === 2, 'the bare cluster');
  return { port, child };
}

// All of them up at the same time, to be measured in turns.
async function startServers(context, servers) {
  const add = async (manager, name, scheduling) => {
    const app = await new WebApp(context, manager, `web-${scheduling}`).start(2, scheduling);
    const workers = app.pids();
    const above = proc.parent(workers[0]); // the primary: PM2's is its daemon
    servers.push({ name, port: app.port, processes: [above, ...workers], end: () => app.delete() });
  };
  for (const scheduling of schedulings) {
    const { port, child } = await bareCluster(context, scheduling);
    servers.push({ name: `plain ${scheduling}`, port, processes: proc.withDescendants([child.pid]), end: () => child.kill() });
    for (const manager of context.managers.filter(({ name }) => name === 'tropero')) {
      await add(manager, `tropero ${scheduling}`, scheduling);
    }
  }
  for (const manager of context.managers.filter(({ name }) => name === 'pm2')) {
    await add(manager, 'pm2', 'rr');
  }
}

async function throughput(context) {
  const servers = [];
  const kinds = [
    { what: 'a new connection each', headers: ['-H', 'Connection: close'], rates: new Samples(), costs: new Samples() },
    { what: 'keep-alive', headers: [], rates: new Samples(), costs: new Samples() },
  ];
  try {
    await startServers(context, servers);
    for (let run = 0; run <= context.runs; run += 1) {
      for (const { headers, rates, costs } of kinds) {
        for (const { name, port, processes } of servers) {
          const { rate, cpu } = measure(port, processes, headers);
          if (run > 0) { // the first warms up
            rates.add(name, rate);
            costs.add(name, cpu);
          }
        }
      }
    }
  } finally {
    servers.forEach((server) => server.end());
  }
  return kinds.flatMap(({ what, headers, rates, costs }) => schedulings.flatMap((scheduling) => {
    const values = (all) => ({ tropero: all[`tropero ${scheduling}`], pm2: all.pm2, plain: all[`plain ${scheduling}`] });
    const factor = scheduling !== 'rr' && headers.length ? 2 : 1;
    return [
      {
        what: `requests through 2 workers, ${what}, ${scheduling}`, unit: '1/s', values: values(rates.highest()),
        wanted: factor === 1 ? '>= PM2' : '>= 2 x PM2', met: (v) => !v.pm2 || v.tropero >= factor * v.pm2,
      },
      { what: '  CPU of primary and workers for one', unit: 'us', values: values(costs.medians()), wanted: '<= PM2', met: (v) => !v.pm2 || v.tropero <= v.pm2 },
    ];
  }));
}

module.exports = { throughput };
