// SPDX-License-Identifier: GPL-3.0-or-later
// Sends requests to PORT (a number or the path of a socket) until its stdin ends, over kept and over new connections; prints how many were answered and what
// failed as JSON. A line on stdin is answered with the number so far.
'use strict';

const { Load } = require('../agent/load.js');

const [port, kept = '8', fresh = '4'] = process.argv.slice(2);
const place = Number.isNaN(Number(port)) ? { socketPath: port } : { port: Number(port) };
const load = new Load(place, { kept: Number(kept), fresh: Number(fresh) });

process.stdin.on('data', (data) => {
    for (const line of data.toString().split('\n').slice(0, -1))
        console.log(line, load.done);
});
process.stdin.on('end', async () => {
    const failures = await load.stop();
    console.log(JSON.stringify({ done: load.done, failures: failures.length, first: failures.slice(0, 20), answers: [...load.answers.keys()] }));
    process.exit(0);
});
