// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const assert = require('assert');
const path = require('path');
const { test } = require('./testing.js');
const { Load } = require('./load.js');

const server = path.resolve(__dirname, '../targets/cluster-http.js');

// Four workers, each replaced twice under load, the new one listening before the old one is asked to leave.
async function roll(guard, { env = {}, rounds = 2, scheduling = 'rr', hooked = true, leave = {}, load: how } = {}) {
    await guard.startPrimary({ scheduling });
    const first = await guard.ready(server, { env, hooked });
    const { address, port } = await first.said('listening');
    const target = port ? { port, host: '127.0.0.1' } : { socketPath: address };
    let workers = [first];
    for (let i = 1; i < 4; ++i)
        workers.push(guard.fork(server, { env, hooked }));
    for (const worker of workers)
        await worker.said('listening');
    const load = new Load(target, how);
    for (let round = 0; round < rounds; ++round) {
        const successors = [];
        for (const old of workers) {
            await load.more(100);
            successors.push(await guard.ready(server, { env, hooked }));
            old.leave(leave);
            await old.said('exit');
        }
        workers = successors;
    }
    await load.more(200);
    const failures = await load.stop();
    assert.deepStrictEqual(failures, []);
    assert.ok(load.answers.size >= 8, 'only ' + load.answers.size + ' workers have answered');
    return { load, note: load.done + ' requests' };
}

test('no request is lost while workers are replaced', async (guard) => (await roll(guard)).note, { seconds: 90 });

test('nor with slow answers', async (guard) => (await roll(guard, { env: { SLOW: '40' }, rounds: 1, load: { kept: 40, fresh: 20 } })).note, { seconds: 90 });

test('nor when the app closes its server on SIGINT', async (guard) => {
    const { note } = await roll(guard, { env: { HANDLE: 'close' } });
    const exits = guard.primary.lines.filter((line) => line.do === 'exit');
    assert.strictEqual(exits.length, 8);
    for (const exit of exits)
        assert.deepStrictEqual([exit.code, exit.signal, exit.disconnected], [7, null, false]);
    return note;
}, { seconds: 90 });

test('nor when the app ends at once on SIGINT', async (guard) => (await roll(guard, { env: { HANDLE: 'exit' } })).note, { seconds: 90 });

test('nor with the message', async (guard) => {
    const { note } = await roll(guard, { env: { HANDLE: 'message' }, leave: { message: true } });
    assert.ok(guard.primary.lines.filter((line) => line.do === 'draining').every((line) => line.handled));
    return note;
}, { seconds: 90 });

test('nor over a path', async (guard) => (await roll(guard, { env: { PORT: path.join(guard.folder, 'app.sock') } })).note,
    { seconds: 90, when: process.platform !== 'win32' });

test('nor with scheduling none', async (guard) => (await roll(guard, { scheduling: 'none' })).note, { seconds: 90 });

