// SPDX-License-Identifier: GPL-3.0-or-later
// The little that these tests need of a framework, so that they need none.
'use strict';

const { execFileSync } = require('child_process');
const { Guard, node } = require('./guard.js');

const tests = [];
const version = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
const [major, minor] = version.split('.').map(Number);
const atLeast = (wantedMajor, wantedMinor = 0) => major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);

// `body(guard)` has a guard of its own, which ends whatever is left. options: seconds, when (false: skipped)
function test(name, body, options = {}) {
    if (tests.push({ name, body, seconds: 30, when: true, ...options }) === 1)
        setImmediate(runAll);
}

async function runOne({ name, body, seconds }) {
    const guard = await new Guard().listen();
    let timer;
    const tooLong = new Promise((resolve, reject) => {
        timer = setTimeout(() => reject(new Error('not done in ' + seconds + ' s; waiting for '
            + [...guard.peers.values()].map((peer) => peer.waitingFor).filter(Boolean).join(' | '))), seconds * 1000);
    });
    try {
        const note = await Promise.race([body(guard), tooLong]);
        console.log('ok   ' + name + (note ? ': ' + note : ''));
        return true;
    } catch (error) {
        console.log('FAIL ' + name + '\n' + error.stack + '\n' + guard.log.slice(-60).join('\n'));
        return false;
    } finally {
        clearTimeout(timer);
        guard.close();
    }
}

async function runAll() {
    let failed = 0;
    const only = process.env.AGENT_TEST;
    for (const one of tests.filter(({ name }) => !only || name.includes(only))) {
        if (!one.when)
            console.log('skip ' + one.name);
        else if (!await runOne(one))
            ++failed;
    }
    process.exitCode = failed ? 1 : 0;
}

module.exports = { test, version, atLeast };
