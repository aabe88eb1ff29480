// SPDX-License-Identifier: GPL-3.0-or-later
// The primary of one app's cluster: an arm of the guard around cluster.fork(). What to start, and when, is the guard's business.
'use strict';

const { TROPERO_AGENT: path, TROPERO_TOKEN: token, TROPERO_SCHEDULING: scheduling, TROPERO_APP: app } = process.env;
// cluster.fork() adds this environment to each worker's, which the guard has given whole.
for (const name of Object.keys(process.env))
    if (process.platform !== 'win32' || name.toLowerCase() !== 'systemroot') // Windows cannot start a process without
        delete process.env[name];
process.title = 'tropero primary ' + app;

const cluster = require('cluster');
const { Channel } = require('./channel.cjs');
const { Worker, workerAtWork } = require('./primaryworker.cjs');

cluster.schedulingPolicy = scheduling === 'none' ? cluster.SCHED_NONE : cluster.SCHED_RR;

const workers = new Map(); // by launch
const warned = new Set();
const guard = new Channel(path, token, obey, () => process.exit(0));
guard.socket.ref();

function tell(line) {
    if (line.do === 'exit' || line.do === 'failed')
        workers.delete(line.launch);
    if (line.do === 'warning') { // each worker has the same to say
        if (warned.has(line.text))
            return;
        warned.add(line.text);
    }
    try {
        guard.send(line);
    } catch (error) {
        console.error(error.message);
    }
}

function obey(line) {
    if (line.do === 'fork') {
        const worker = new Worker(line.launch, tell);
        workers.set(line.launch, worker);
        worker.fork(line);
    } else if (line.do === 'leave' && workers.has(line.launch)) {
        workers.get(line.launch).leave(line);
    } else if (line.do === 'end') {
        process.exit(0);
    }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {}); // they may go to the whole group; the guard decides

process.on('uncaughtException', (error) => {
    const worker = workerAtWork(workers.values());
    if (worker) {
        worker.garbage(error.message);
        return;
    }
    console.error(error);
    process.exit(1);
});
