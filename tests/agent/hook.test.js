// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const assert = require('assert');
const path = require('path');
const { test, atLeast } = require('./testing.js');
const { hook } = require('./guard.js');

const ended = async (peer, code = 0) => {
    await peer.until(() => peer.ended, 'its end');
    assert.deepStrictEqual([peer.ended.code, peer.ended.signal], [code, null], peer.error);
    return peer.out.trim();
};

test('what the app sends arrives in order, before process.exit() too', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        console.log(process.send('ready'), process.connected);
        for (let i = 0; i < 20; ++i) process.send({ i });
        process.send([1, 'two', null, 'ümlaut\\n']);
        process.exit(0);`));
    assert.strictEqual(await ended(app), 'true true');
    await app.until(() => app.closed, 'closed');
    assert.deepStrictEqual(app.lines.map((line) => line.data), ['ready', ...Array.from({ length: 20 }, (_, i) => ({ i })), [1, 'two', null, 'ümlaut\n']]);
    assert.ok(app.lines.every((line) => line.do === 'message'));
    assert.strictEqual(app.hello.pid, app.child.pid);
    assert.match(app.hello.node, /^v\d+\./);
}, { when: process.platform !== 'win32' });

test('sending keeps nothing alive, but gets through; callbacks come', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        process.send('one', (error) => console.log('one', error));
        process.send('two', undefined, (error) => { console.log('two', error); process.send('three', undefined, {}, (e) => console.log('three', e)); });`));
    assert.strictEqual(await ended(app), 'one null\ntwo null\nthree null');
    await app.until(() => app.closed);
    assert.deepStrictEqual(app.lines.map((line) => line.data), ['one', 'two', 'three']);
});

for (const how of ['on', 'once', 'prependListener', 'addListener'])
    test('a listener (' + how + ') connects, keeps alive and hears', async (guard) => {
        const app = guard.start(guard.write('app.js', `
            const heard = (message, handle) => { console.log(JSON.stringify(message), handle); process.removeListener('message', heard); };
            process.${how}('message', heard);`));
        await app.until(() => app.hello);
        assert.strictEqual(app.ended, undefined);
        app.send({ do: 'message', data: { msg: 'action', opts: [1] } });
        assert.strictEqual(await ended(app), '{"msg":"action","opts":[1]} undefined');
    });

test('one listener that throws does not take the next message along', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        process.on('uncaughtException', (error) => console.log('caught', error.message));
        process.on('message', (message) => { if (message === 'bad') throw new Error('bad'); console.log(message); process.exit(3); });`));
    await app.until(() => app.hello);
    app.socket.write('{"do":"message","data":"bad"}\n{"do":"message","data":"good"}\n');
    assert.strictEqual(await ended(app, 3), 'caught bad\ngood');
});

test('an app that uses nothing never connects and ends', async (guard) => {
    const app = guard.start(guard.write('app.js', 'process.on("exit", () => console.log("end", typeof process.send, process.connected));'));
    assert.strictEqual(await ended(app), 'end function true');
    assert.strictEqual(app.hello, undefined);
});

test('no trace in environment, execArgv, children, threads', async (guard) => {
    guard.write('child.js', 'process.send({ child: [process.execArgv, Object.keys(process.env).filter((name) => name.startsWith("TROPERO"))] });');
    const app = guard.start(guard.write('app.js', `
        const { fork } = require('child_process');
        const { Worker } = require('worker_threads');
        console.log(JSON.stringify([process.execArgv, Object.keys(process.env).filter((name) => name.startsWith('TROPERO')), process.env.NODE_OPTIONS]));
        const thread = new Worker("require('worker_threads').parentPort.postMessage(typeof process.send + Object.keys(process.env).filter((name) => name.startsWith('TROPERO')))", { eval: true });
        thread.on('message', (text) => {
            console.log(text);
            fork(__dirname + '/child.js').on('message', (message) => {
                console.log(JSON.stringify(message));
                fork(__dirname + '/child.js', { execArgv: ['-r', ${JSON.stringify(hook)}] }).on('message', (m) => console.log(JSON.stringify(m)));
            });
        });`), { execArgv: ['--no-deprecation'], env: { TROPERO_METRICS: '0', TROPERO_REUSEPORT: '1', TROPERO_INSTANCE: 'a/1' } });
    const names = '["TROPERO_INSTANCE"]';
    assert.deepStrictEqual((await ended(app)).split('\n'), ['[["--no-deprecation"],' + names + ',null]', 'undefinedTROPERO_INSTANCE',
        '{"child":[["--no-deprecation"],' + names + ']}', '{"child":[["-r",' + JSON.stringify(hook) + '],' + names + ']}']);
});

test("the app's own cluster does not have the hook", async (guard) => {
    const app = guard.start(guard.write('app.js', `
        const cluster = require('cluster');
        if (cluster.isWorker) process.send(process.execArgv), process.disconnect();
        else cluster.fork().on('message', (message) => console.log(JSON.stringify(message)));`));
    assert.strictEqual(await ended(app), '[]');
    assert.strictEqual(app.hello, undefined);
});

test('without the two variables it does nothing', async (guard) => {
    const app = guard.start(guard.write('app.js', 'console.log(typeof process.send, process.connected, process.execArgv.length);'),
        { plain: true, execArgv: ['-r', hook], env: { TROPERO_AGENT: '/nowhere' } });
    assert.strictEqual(await ended(app), 'undefined undefined 2');
});

test('what cannot be sent is refused as Node refuses it, and nothing else breaks', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        const attempt = (what) => { try { process.send(what); } catch (error) { console.log(error.name, error.code || ''); } };
        const circle = {}; circle.circle = circle;
        attempt(circle); attempt(undefined); attempt(() => {}); attempt(Symbol('s'));
        try { process.send({ n: BigInt(1) }); } catch (error) { console.log(error.name); }
        try { process.send('x', require('net').createServer()); } catch (error) { console.log(error.code); }
        console.log(process.send('x'.repeat(1024 * 1024), (error) => console.log(error.code)));
        process.send('y'.repeat(1024 * 1024 - 29), (error) => console.log(error));
        process.on('warning', (warning) => console.log('warning', warning.code));
        process.send('z'.repeat(3 * 1024 * 1024));
        process.send('after', () => { process.once('error', (error) => console.log('error', error.code)); process.send('z'.repeat(3 * 1024 * 1024)); });`));
    const said = (await ended(app)).split('\n');
    assert.deepStrictEqual(said.slice(0, 7), ['TypeError ', 'TypeError ERR_MISSING_ARGS', 'TypeError ERR_INVALID_ARG_TYPE',
        'TypeError ERR_INVALID_ARG_TYPE', 'TypeError', 'ERR_INVALID_HANDLE_TYPE', 'false']);
    assert.deepStrictEqual(said.slice(7).sort(), ['ERR_TROPERO_MESSAGE_TOO_LARGE', 'error ERR_TROPERO_MESSAGE_TOO_LARGE', 'null',
        'warning ERR_TROPERO_MESSAGE_TOO_LARGE']);
    await app.until(() => app.closed);
    assert.deepStrictEqual(app.lines.map(({ data }) => data.length), [1024 * 1024 - 29, 5]);
    assert.strictEqual(guard.tooLong, undefined);
});

test('a lost guard: disconnect once, nothing crashes', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        process.on('message', () => {});
        process.on('disconnect', () => {
            console.log('disconnect', process.connected, process.channel);
            console.log(process.send('late', (error) => console.log(error.code)));
            console.log(process.send('later'));
        });`));
    await app.until(() => app.hello);
    app.socket.destroy();
    assert.deepStrictEqual((await ended(app)).split('\n'), ['disconnect false undefined', 'false', 'false', 'ERR_IPC_CHANNEL_CLOSED']);
});

test('no guard at all: disconnect, nothing crashes', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        process.on('disconnect', () => console.log('disconnect'));
        process.send('ready', (error) => console.log(error.message));`), { env: { TROPERO_AGENT: guard.socketPath + '-none' } });
    assert.deepStrictEqual((await ended(app)).split('\n').sort(), ['The connection to the guard is lost', 'disconnect']);
});

test('garbage from the guard ends the connection only', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        process.on('message', (message) => console.log(message)); process.on('disconnect', () => console.log('disconnect'));`));
    await app.until(() => app.hello);
    app.socket.write('{"do":"message","data":1}\n{"do":\n{"do":"message","data":2}\n');
    assert.strictEqual(await ended(app), '1\ndisconnect');
});

test('process.disconnect()', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        process.on('message', () => {}); process.on('disconnect', () => console.log('disconnect', process.connected));
        process.send('bye', () => { process.disconnect(); console.log(process.connected); });`));
    assert.strictEqual(await ended(app), 'false\ndisconnect false');
    await app.until(() => app.closed);
    assert.strictEqual(app.lines[0].data, 'bye');
});

test('process.channel.unref() lets a listener go', async (guard) => {
    const app = guard.start(guard.write('app.js', 'process.on("message", () => {}); process.channel.unref();'));
    await ended(app);
});

test('the shutdown message', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        process.on('message', (message) => { if (message === 'shutdown') process.send('bye', () => process.exit(5)); }); process.send('ready');`));
    await app.line({ data: 'ready' });
    app.send({ do: 'message', data: 'shutdown' });
    await ended(app, 5);
    assert.strictEqual(app.lines[1].data, 'bye');
});

test('axm messages pass as they are', async (guard) => {
    const monitor = { type: 'axm:monitor', data: { Users: { value: 3, unit: '', type: 'custom' } } };
    const app = guard.start(guard.write('app.js', `process.send(${JSON.stringify(monitor)}); process.send({ type: 'axm:action', data: { action_name: 'flush' } });
        process.on('message', (message) => { process.send({ type: 'axm:reply', data: { action_name: message, return: 42 } }, () => process.exit(0)); });`));
    await app.line({ do: 'message' }, 1);
    app.send({ do: 'message', data: 'flush' });
    await ended(app);
    assert.deepStrictEqual(app.lines.map(({ data }) => data), [monitor, { type: 'axm:action', data: { action_name: 'flush' } },
        { type: 'axm:reply', data: { action_name: 'flush', return: 42 } }]);
});

const entries = { 'app.mjs': ['await new Promise((resolve) => setTimeout(resolve, 10)); import http from "http"; process.send("ready " + typeof http.get);', atLeast(14, 8)],
    'app.cjs': ['process.send("ready " + typeof require("http").get);', true],
    'app.ts': ['const text: string = "ready function"; process.send!(text);', atLeast(22, 18)] };
for (const [name, [text, when]] of Object.entries(entries))
    test('entry point ' + path.extname(name), async (guard) => {
        const app = guard.start(guard.write(name, text));
        await ended(app);
        assert.strictEqual(app.lines[0].data, 'ready function');
    }, { when });

test('metrics in fork mode', async (guard) => {
    const app = guard.start(guard.write('app.js', `
        const http = require('http');
        const server = http.createServer((request, response) => setTimeout(() => response.end('x'), 20)).listen(0, () => {
            const ask = () => http.get({ port: server.address().port }, (response) => response.resume().on('end', ask)); ask(); });`),
        { env: { TROPERO_METRICS: '1' } });
    const line = await app.until(() => app.lines.find(({ values }) => values && values.HTTP && values.HTTP.value > 1 && values['HTTP Mean Latency'].value > 0));
    assert.deepStrictEqual(Object.keys(line.values), ['Event Loop Latency', 'Event Loop Latency p99', 'Used Heap Size', 'Active handles', 'Active requests', 'HTTP', 'HTTP Mean Latency']);
    assert.ok(line.values['Used Heap Size'].value > 1 && line.values['Used Heap Size'].value < 100);
    assert.ok(line.values['HTTP Mean Latency'].value >= 15, JSON.stringify(line.values));
    assert.ok(line.values['Event Loop Latency'].value < 50, JSON.stringify(line.values));
    assert.strictEqual(line.values['Event Loop Latency'].unit, 'ms');
    return JSON.stringify(Object.values(line.values).map(({ value }) => value));
});

test('metrics keep nothing alive', async (guard) => {
    const app = guard.start(guard.write('app.js', 'setTimeout(() => {}, 1500);'), { env: { TROPERO_METRICS: '1' } });
    await ended(app);
    assert.ok(app.lines.length >= 1);
});

// Memory: after some garbage, since an app that ends at once may or may not have come to its first collection, which alone is worth 2 MiB.
// Time: the best of each side. Others use the machine too, so the limits count for the best of three rounds.
test('what the hook costs', async (guard) => {
    const script = guard.write('app.js', `
        const started = require('perf_hooks').performance.now();
        const garbage = [];
        for (let i = 0; i < 300000; ++i)
            garbage[i % 1000] = { i };
        console.log(JSON.stringify([process.memoryUsage().rss, started]));`);
    const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
    const round = async () => {
        const figures = { true: [[], []], false: [[], []] };
        for (let i = 0; i < 15; ++i)
            for (const plain of [true, false]) {
                const app = guard.start(script, { plain });
                const [rss, time] = JSON.parse(await ended(app));
                figures[plain][0].push(rss);
                figures[plain][1].push(time);
            }
        return { memory: (median(figures.false[0]) - median(figures.true[0])) / 1024, time: Math.min(...figures.false[1]) - Math.min(...figures.true[1]) };
    };
    const rounds = [];
    do
        rounds.push(await round());
    while (rounds.length < 3 && !(rounds.some(({ memory }) => memory < 1024) && rounds.some(({ time }) => time < 5)));
    const memory = Math.min(...rounds.map((one) => one.memory));
    const time = Math.min(...rounds.map((one) => one.time));
    assert.ok(memory < 1024, memory + ' KiB');
    assert.ok(time < 5, time + ' ms');
    return time.toFixed(2) + ' ms, ' + Math.round(memory) + ' KiB';
}, { seconds: 90 });
