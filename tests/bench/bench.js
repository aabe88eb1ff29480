#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures Tropero, and PM2 beside it in the same run, and prints a table. Not a test: figures depend on the machine, which should be idle.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const { parseArgs } = require('util');
const { Tropero, Pm2 } = require('./managers');
const measurements = require('./measurements');

const usage = `usage: node tests/bench/bench.js [--pm2 PROGRAM] [--bin FOLDER] [--runs N] [--idle-seconds N] [--only NAME,...]
  --pm2 PROGRAM       the pm2 to compare with; without it those columns stay empty
  --bin FOLDER        built programs (build/release/bin)
  --runs N            repetitions, of which the median counts (5)
  --idle-seconds N    how long idle CPU is watched (120)
  --only NAME,...     of: ${Object.keys(measurements).join(' ')}
The Node that runs this runs everything (reuseport needs 22.12 or newer); throughput needs wrk.`;

function formatted(value) {
  if (value === undefined || Number.isNaN(value)) {
    return '-';
  }
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}

function printTable(rows) {
  const cells = rows.map((row) => [
    row.what, row.unit, formatted(row.values.tropero), formatted(row.values.pm2), formatted(row.values.plain), row.wanted,
    row.met(row.values) ? 'yes' : 'NO', row.note || '',
  ]);
  const head = ['what', 'unit', 'tropero', 'pm2', 'plain', 'wanted', 'met', ''];
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((line) => line[column].length)));
  for (const line of [head, widths.map((width) => '-'.repeat(width)), ...cells]) {
    console.log(line.map((cell, column) => (column >= 2 && column <= 4 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd());
  }
}

async function main() {
  const { values: options } = parseArgs({
    options: {
      pm2: { type: 'string' }, bin: { type: 'string', default: path.join(__dirname, '../../build/release/bin') }, runs: { type: 'string', default: '5' },
      'idle-seconds': { type: 'string', default: '120' }, only: { type: 'string', default: Object.keys(measurements).join(',') }, help: { type: 'boolean' },
    },
  });
  const wanted = options.only.split(',');
  const unknown = wanted.filter((name) => !measurements[name]);
  if (options.help || unknown.length) {
    console.log(unknown.length ? `unknown: ${unknown.join(' ')}\n${usage}` : usage);
    process.exitCode = unknown.length ? 1 : 0;
    return;
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'tropero-bench-'));
  const managers = [new Tropero(path.resolve(options.bin), scratch)];
  if (options.pm2) {
    managers.push(new Pm2(path.resolve(options.pm2), scratch));
  }
  const context = { managers, scratch, runs: Number(options.runs), idleSeconds: Number(options['idle-seconds']) };
  const rows = [];
  try {
    managers.forEach((manager) => manager.run(['ping']));
    for (const name of wanted) {
      process.stderr.write(`${name} ...\n`);
      try {
        rows.push(...await measurements[name](context));
      } catch (error) {
        process.stderr.write(`${name}: ${error.message}\n`);
        process.exitCode = 1;
        managers.forEach((manager) => manager.deleteAll());
      }
    }
  } finally {
    managers.forEach((manager) => manager.end());
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  printTable(rows);
}

main().then(() => process.exit()); // requests that nobody answers would keep it alive
