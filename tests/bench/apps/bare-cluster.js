// SPDX-License-Identifier: GPL-3.0-or-later
// What Node's cluster module does without any manager: WORKERS of web.js, scheduled by SCHEDULING (rr, none, reuseport).
const cluster = require('cluster');
const path = require('path');

const { WORKERS, SCHEDULING } = process.env;
cluster.schedulingPolicy = SCHEDULING === 'none' ? cluster.SCHED_NONE : cluster.SCHED_RR;
cluster.setupPrimary({ exec: path.join(__dirname, 'web.js') });
for (let i = 0; i < Number(WORKERS); i += 1) {
  cluster.fork({ REUSEPORT: SCHEDULING === 'reuseport' ? '1' : '0' });
}
process.on('SIGTERM', () => process.exit(0)); // the workers follow
