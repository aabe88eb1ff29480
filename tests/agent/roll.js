// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const assert = require('assert');
const { Load } = require('./load.js');

const plain = (address) => new Load(address);

// Four workers, each replaced `rounds` times under load, the new one listening before the old one is asked to leave. `load(address)` makes the
// load, whose requests must all be answered.
async function roll(guard, script, { env = {}, rounds = 2, scheduling = 'rr', hooked = true, leave = {}, load: makeLoad = plain } = {}) {
    const grace = 200;
    await guard.startPrimary({ scheduling });
    const first = await guard.ready(script, { env, hooked });
    const { address, port } = await first.said('listening');
    let workers = [first];
    for (let i = 1; i < 4; ++i)
        workers.push(guard.fork(script, { env, hooked }));
    for (const worker of workers)
        await worker.said('listening');
    const load = makeLoad(port ? { port, host: '127.0.0.1' } : { socketPath: address });
    for (let round = 0; round < rounds; ++round) {
        const successors = [];
        for (const old of workers) {
            await load.more(100);
            successors.push(await guard.ready(script, { env, hooked }));
            old.leave({ grace, ...leave });
            await old.said('exit');
        }
        workers = successors;
    }
    await load.more(200);
    assert.deepStrictEqual(await load.stop(), []);
    // These clients leave no connection idle, so only one that stood still for the grace may find it closed. (An HTTP/2 client refuses by itself
    // what it has not sent yet when it is told to move on.)
    if (load.longestPause < grace / 2 && !load.refuses)
        assert.strictEqual(load.again, 0, 'sent again: ' + load.again + ', longest pause ' + load.longestPause + ' ms');
    assert.ok(load.answers.size >= 8, 'only ' + load.answers.size + ' workers have answered');
    return { load, note: load.done + ' requests' + (load.again ? ', ' + load.again + ' sent again' : '') };
}

module.exports = { roll };
