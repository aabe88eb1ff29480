// SPDX-License-Identifier: GPL-3.0-or-later
// What the measurements share.
'use strict';
const fs = require('fs');
const path = require('path');

const appsFolder = path.join(__dirname, '../apps');
const markApp = path.join(appsFolder, 'mark.js');
const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const now = () => Number(process.hrtime.bigint()) / 1e6;

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// Collects numbers under a name and hands out their medians, or the highest or lowest of each.
class Samples {
  constructor() { this.all = {}; }
  add(name, value) { (this.all[name] ||= []).push(value); }
  medians() { return Object.fromEntries(Object.entries(this.all).map(([name, values]) => [name, median(values)])); }
  highest() { return Object.fromEntries(Object.entries(this.all).map(([name, values]) => [name, Math.max(...values)])); }
  lowest() { return Object.fromEntries(Object.entries(this.all).map(([name, values]) => [name, Math.min(...values)])); }
}

async function until(condition, what, limit = 60000) {
  const end = now() + limit;
  while (now() < end) {
    const value = condition();
    if (value) {
      return value;
    }
    await sleep(1);
  }
  throw new Error(`waited in vain for ${what}`);
}

const linesOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) : []);

let files = 0;
const fresh = (context, ending) => path.join(context.scratch, `${(files += 1)}${ending}`);

function configFile(context, apps) {
  const file = fresh(context, '.json');
  fs.writeFileSync(file, JSON.stringify({ apps }));
  return file;
}

const sleepers = (count) => Array.from({ length: count }, (_, i) => ({ name: `sleep-${i}`, script: 'sleep', args: ['100000'], interpreter: 'none' }));
const nodeApps = (count, mark) => Array.from({ length: count }, (_, i) => (
  { name: `node-${i}`, script: markApp, exec_mode: 'fork', env: { BENCH_MARK: mark } }));

module.exports = { appsFolder, markApp, sleep, now, median, Samples, until, linesOf, fresh, configFile, sleepers, nodeApps };
