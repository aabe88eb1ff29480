// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const assert = require('assert');
const fs = require('fs');
const http = require('http');
const path = require('path');
const { test } = require('./testing.js');
const { Load } = require('./load.js');

const server = path.resolve(__dirname, '../targets/cluster-http.js');
const toChannel = path.resolve(__dirname, '../targets/cluster-garbage.js');

const kinds = {
    text: /JSON/i,
    halfway: /JSON/i,
    binary: /JSON/i,
    internal: /./, // what Node's cluster does not expect
    endless: /more than 8 MiB/,
};

const memory = (pid) => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/' + pid + '/status', 'utf8'))[1]) / 1024;

for (const [kind, why] of Object.entries(kinds))
    test('a worker that writes to its channel: ' + kind, async (guard) => {
        const primary = await guard.startPrimary();
        const good = await guard.ready(server);
        const { port } = await good.said('listening');
        const load = new Load({ port, host: '127.0.0.1' }, { kept: 2, fresh: 2 });
        await load.more(20);
        for (let i = 0; i < 3; ++i) {
            const bad = guard.fork(toChannel, { env: { KIND: kind } });
            assert.match((await bad.said('garbage')).why, why);
            await bad.said('exit'); // Node ends a worker without a channel
        }
        await load.more(100);
        assert.deepStrictEqual(await load.stop(), []);
        const next = await guard.ready(server);
        next.leave();
        assert.strictEqual((await next.said('exit')).code, 0);
        assert.strictEqual(primary.ended, undefined);
        assert.strictEqual(primary.error, '');
        assert.strictEqual(primary.lines.filter((line) => line.do === 'garbage').length, 3);
        return Math.round(memory(primary.child.pid)) + ' MiB at most';
    }, { when: process.platform === 'linux', seconds: 60 });

test('100 MB through process.send: refused in the worker', async (guard) => {
    const primary = await guard.startPrimary();
    const worker = guard.fork(guard.write('app.js', `
        process.send('x'.repeat(100e6), (error) => process.send(error.code));
        for (let i = 0; i < 2000; ++i) process.send('y'.repeat(10000));
        process.send('end');`));
    await worker.line({ data: 'end' });
    assert.deepStrictEqual(worker.lines.filter(({ data }) => !data.startsWith('y')).map(({ data }) => data).sort(), ['ERR_TROPERO_MESSAGE_TOO_LARGE', 'end']);
    assert.strictEqual(guard.tooLong, undefined);
    const peak = memory(primary.child.pid);
    assert.ok(peak < 100, peak + ' MiB');
}, { when: process.platform === 'linux' });

test('handles that nobody in the primary wants are closed there', async (guard) => {
    const primary = await guard.startPrimary();
    const worker = await guard.ready(guard.write('app.js', `
        require('http').createServer((request, response) => { process.send('take it', request.socket); }).listen(0);`));
    const { port } = await worker.said('listening');
    const folder = '/proc/' + primary.child.pid + '/fd';
    const sockets = () => fs.readdirSync(folder).length;
    const before = sockets();
    await Promise.all(Array.from({ length: 5 }, () => new Promise((resolve) => {
        http.get({ port, host: '127.0.0.1', agent: false }).on('error', resolve);
    })));
    assert.ok(sockets() <= before, before + ' then ' + sockets());
}, { when: process.platform === 'linux' });
