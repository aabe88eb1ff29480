// SPDX-License-Identifier: GPL-3.0-or-later
// What /proc knows of a process. Everything is 0 or empty for one that has gone.
'use strict';
const fs = require('fs');

function read(path) {
  try {
    return fs.readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function kilobytes(text, key) {
  const found = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(text);
  return found ? Number(found[1]) * 1024 : 0;
}

const residentBytes = (pid) => kilobytes(read(`/proc/${pid}/status`), 'VmRSS');

function privateBytes(pid) {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  return kilobytes(rollup, 'Private_Clean') + kilobytes(rollup, 'Private_Dirty');
}

// What it has for itself, and its share of what it has in common with others.
const proportionalBytes = (pid) => kilobytes(read(`/proc/${pid}/smaps_rollup`), 'Pss');

const allPids = () => fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)).map(Number);

const parent = (pid) => Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]);

function withDescendants(pids) {
  const parents = allPids().map((pid) => [pid, parent(pid)]);
  const found = new Set(pids);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    parents.filter(([, above]) => found.has(above)).forEach(([pid]) => found.add(pid));
  }
  return [...found];
}

// CPU time of all threads in nanoseconds, from the scheduler: clock ticks are too coarse for idle processes.
function cpuNanoseconds(pid) {
  let threads = [];
  try {
    threads = fs.readdirSync(`/proc/${pid}/task`);
  } catch {
    return 0;
  }
  return threads.reduce((sum, thread) => sum + Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] || 0), 0);
}

// Pids of the programs of that name that were started with NAME=VALUE.
function programsWith(name, variable) {
  return allPids().filter((pid) => {
    let program = '';
    try {
      program = fs.readlinkSync(`/proc/${pid}/exe`);
    } catch {
      return false;
    }
    return program.endsWith(`/${name}`) && read(`/proc/${pid}/environ`).split('\0').includes(variable);
  });
}

module.exports = { residentBytes, privateBytes, proportionalBytes, parent, withDescendants, cpuNanoseconds, programsWith };
