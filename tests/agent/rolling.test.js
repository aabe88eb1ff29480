// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const assert = require('assert');
const path = require('path');
const { test } = require('./testing.js');
const { Load } = require('./load.js');
const { roll } = require('./roll.js');

const server = path.resolve(__dirname, '../targets/cluster-http.js');

test('no request is lost while workers are replaced', async (guard) => (await roll(guard, server)).note, { seconds: 90 });

test('nor with slow answers', async (guard) => (await roll(guard, server, { env: { SLOW: '40' }, rounds: 1, load: (address) => new Load(address, { kept: 40, fresh: 20 }) })).note, { seconds: 90 });

test('nor when the app closes its server on SIGINT', async (guard) => {
    const { note } = await roll(guard, server, { env: { HANDLE: 'close' } });
    const exits = guard.primary.lines.filter((line) => line.do === 'exit');
    assert.strictEqual(exits.length, 8);
    for (const exit of exits)
        assert.deepStrictEqual([exit.code, exit.signal, exit.disconnected], [7, null, false]);
    return note;
}, { seconds: 90 });

test('nor when the app ends at once on SIGINT', async (guard) => (await roll(guard, server, { env: { HANDLE: 'exit' } })).note, { seconds: 90 });

test('nor with the message', async (guard) => {
    const { note } = await roll(guard, server, { env: { HANDLE: 'message' }, leave: { message: true } });
    assert.ok(guard.primary.lines.filter((line) => line.do === 'draining').every((line) => line.handled));
    return note;
}, { seconds: 90 });

test('nor over a path', async (guard) => (await roll(guard, server, { env: { PORT: path.join(guard.folder, 'app.sock') } })).note,
    { seconds: 90, when: process.platform !== 'win32' });

test('nor with scheduling none', async (guard) => (await roll(guard, server, { scheduling: 'none' })).note, { seconds: 90 });
