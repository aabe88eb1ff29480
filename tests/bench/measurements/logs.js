// SPDX-License-Identifier: GPL-3.0-or-later
// Output on its way into the log file.
'use strict';
const { spawnSync } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { appsFolder, Samples, until, linesOf, fresh, configFile } = require('./common');

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

module.exports = { logs, randomBytes };
