// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each measurement. Each takes the context (managers, scratch folder, runs) and returns rows for the table:
// { what, unit, values: { tropero, pm2, plain }, wanted, met(values) }. Managers take turns within one measurement.
'use strict';
const { memory, idle } = require('./resources');
const { jlist, firstLine, successor, sleeps, fiftyNodes } = require('./starting');
const { logs, randomBytes } = require('./logs');
const { clusterMemory, clusterTimes, brokenVersion } = require('./cluster');
const { throughput } = require('./throughput');
const { longRun } = require('./longrun');
const { hookCost } = require('./hook');

// Memory comes first: what a daemon has once held stays in its figures.
module.exports = {
  memory, clusterMemory, jlist, firstLine, successor, sleeps, fiftyNodes, idle, logs, randomBytes, throughput, clusterTimes, longRun, brokenVersion, hookCost,
};
