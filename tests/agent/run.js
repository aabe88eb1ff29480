// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tests of the agent: node run.js [part of a file name]. The agent runs under AGENT_NODE if that is set, otherwise under this Node
// and under each that fetch-nodes.sh has put into its cache.
'use strict';

const { spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const cache = process.env.TROPERO_NODE_CACHE || path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'tropero-node');

function cached() {
    try {
        return fs.readdirSync(cache).filter((name) => /^\d+$/.test(name)).sort((a, b) => a - b).map((name) => path.join(cache, name, 'bin', 'node'));
    } catch (error) {
        return [];
    }
}

const nodes = process.env.AGENT_NODE ? [process.env.AGENT_NODE] : [process.execPath, ...cached()];
const files = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js') && name.includes(process.argv[2] || ''));
const seen = new Set();
let failed = 0;

for (const node of nodes) {
    const version = spawnSync(node, ['-v'], { encoding: 'utf8' }).stdout;
    if (!version) {
        console.log('skip ' + node + ': it does not start');
        continue;
    }
    if (seen.has(version))
        continue;
    seen.add(version);
    for (const file of files) {
        console.log('# Node ' + version.trim() + ', ' + file);
        if (spawnSync(process.execPath, [path.join(__dirname, file)], { stdio: 'inherit', env: { ...process.env, AGENT_NODE: node } }).status !== 0)
            ++failed;
    }
}

console.log(failed ? failed + ' failed' : 'all passed');
process.exitCode = failed || seen.size === 0 ? 1 : 0;
