// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const assert = require('assert');
const { execFileSync } = require('child_process');
const fs = require('fs');
const http = require('http');
const net = require('net');
const path = require('path');
const { test, atLeast } = require('./testing.js');

const server = path.resolve(__dirname, '../targets/cluster-http.js');
const posix = process.platform !== 'win32';

const get = (options) => new Promise((resolve, reject) => {
    http.get({ agent: false, ...options }, (response) => {
        let text = '';
        response.on('data', (data) => {
            text += data;
        }).on('end', () => resolve(text)).on('error', reject);
    }).on('error', reject);
});

async function freePort() {
    const probe = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.on('listening', resolve));
    const { port } = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    return port;
}

test('from fork to exit', async (guard) => {
    const primary = await guard.startPrimary();
    assert.match(primary.hello.node, /^v/);
    const worker = guard.fork(server);
    const { pid } = await worker.said('forked');
    await worker.said('online');
    const { port, address } = await worker.said('listening');
    assert.ok(net.isIP(address), address);
    assert.strictEqual(await get({ port, host: '127.0.0.1' }), String(pid));
    worker.leave();
    const { connections, handled } = await worker.said('draining');
    assert.ok(connections <= 1, String(connections)); // the last one may not have ended on this side yet
    assert.strictEqual(handled, false);
    assert.deepStrictEqual(await worker.said('exit'), { do: 'exit', launch: 1, code: 0, signal: null, disconnected: false });
    assert.strictEqual(worker.hello, undefined); // it had nothing to say to the guard
    primary.send({ do: 'end' });
    await primary.until(() => primary.ended);
    assert.deepStrictEqual(primary.ended, { code: 0, signal: null });
    assert.strictEqual(primary.error, '');
});

test('a worker has exactly what the guard gave', async (guard) => {
    await guard.startPrimary({ env: { SECRET_OF_THE_GUARD: 'x', LANG: 'C' } });
    const script = guard.write('app.js', `
        console.log(JSON.stringify({ env: process.env, args: process.argv.slice(1), execArgv: process.execArgv, cwd: process.cwd(),
            channel: process.connected, worker: require('cluster').isWorker }));
        console.error('to stderr');
        process.exit(0);`);
    const folder = path.join(guard.folder, 'folder');
    fs.mkdirSync(folder);
    const worker = guard.fork(script, { env: { A: '1', EMPTY: '', NODE_APP_INSTANCE: '0' }, args: ['one', 'two words', ''], execArgv: ['--no-deprecation'], cwd: folder });
    await worker.said('exit');
    const seen = JSON.parse(worker.stdout());
    assert.deepStrictEqual(seen, { env: { A: '1', EMPTY: '', NODE_APP_INSTANCE: '0' }, args: [script, 'one', 'two words', ''],
        execArgv: ['--no-deprecation'], cwd: fs.realpathSync(folder), channel: true, worker: true });
    assert.strictEqual(worker.stderr(), 'to stderr\n');
    if (process.platform === 'linux') {
        assert.ok(!fs.readFileSync('/proc/' + guard.primary.child.pid + '/cmdline', 'utf8').includes('SECRET'));
        assert.match(fs.readFileSync('/proc/' + guard.primary.child.pid + '/cmdline', 'utf8'), /^tropero primary subject/);
        const open = fs.readdirSync('/proc/' + guard.primary.child.pid + '/fd').map((fd) => {
            try {
                return fs.readlinkSync('/proc/' + guard.primary.child.pid + '/fd/' + fd);
            } catch (error) {
                return '';
            }
        });
        assert.deepStrictEqual(open.filter((name) => name.startsWith(guard.folder)), []);
    }
}, { when: posix });

test('inspector ports', async (guard) => {
    await guard.startPrimary();
    const ports = [await freePort(), await freePort()];
    const workers = ports.map((port) => guard.fork(server, { execArgv: ['--inspect'], inspect: port }));
    for (const [i, worker] of workers.entries()) {
        await worker.said('listening');
        assert.match(worker.stderr(), new RegExp('ws://127.0.0.1:' + ports[i] + '/'));
    }
});

test('stdout through a FIFO stays blocking', async (guard) => {
    await guard.startPrimary();
    const fifo = path.join(guard.folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const fd = fs.openSync(fifo, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    let size = 0;
    const reader = new net.Socket({ fd, readable: true }).on('data', (data) => {
        size += data.length;
        guard.primary.emit('change');
    });
    const worker = guard.fork(guard.write('app.js', `require('fs').writeSync(1, 'x'.repeat(10)); require('child_process').execFileSync('head',
        ['-c', '1000000', '/dev/zero'], { stdio: ['ignore', 'inherit', 'inherit'] }); process.exit(0);`), { out: fifo, env: { PATH: process.env.PATH } });
    const { code } = await worker.said('exit');
    assert.strictEqual(code, 0, worker.stderr());
    await guard.primary.until(() => size === 1000010, 'the output');
    reader.destroy();
}, { when: posix });

test('what cannot be started is told', async (guard) => {
    await guard.startPrimary();
    const cases = [[{ cwd: path.join(guard.folder, 'none') }, /ENOENT.*none/], [{ out: path.join(guard.folder, 'none') }, /ENOENT.*none/]];
    if (posix) {
        execFileSync('mkfifo', [path.join(guard.folder, 'unread')]);
        cases.push([{ error: path.join(guard.folder, 'unread') }, /ENXIO/]);
    }
    for (const [options, text] of cases) {
        const worker = guard.fork(server, options);
        assert.match((await worker.said('failed')).why, text);
        assert.ok(!worker.has('forked'));
    }
    const missing = guard.fork(path.join(guard.folder, 'none.js'));
    assert.strictEqual((await missing.said('exit')).code, 1);
    assert.match(missing.stderr(), /Cannot find module/);
    await guard.ready(server, { out: undefined, error: undefined });
});

test('messages go to the guard, not to the primary; from the guard to process and cluster.worker', async (guard) => {
    await guard.startPrimary();
    const worker = guard.fork(guard.write('app.js', `
        const cluster = require('cluster');
        process.on('message', (message) => { process.send(['process', message]); });
        cluster.worker.on('message', (message) => { process.send(['worker', message]); });
        cluster.worker.send('ready');
        process.send({ cmd: 'mine' }, undefined, {}, (error) => process.send(['sent', error]));
        process.send({ cmd: 'NODE_MINE' });`));
    await worker.until(() => worker.lines.length >= 3);
    worker.send({ do: 'message', data: 'action' });
    await worker.until(() => worker.lines.length >= 5);
    assert.deepStrictEqual(worker.lines.map(({ data }) => data), ['ready', { cmd: 'mine' }, ['sent', null], ['worker', 'action'], ['process', 'action']]);
    assert.ok(!worker.has('message'));
    worker.leave({ message: true });
    await worker.until(() => worker.lines.filter(({ data }) => data[1] === 'shutdown').length === 2);
    assert.strictEqual((await worker.said('draining')).handled, true);
    assert.ok(!worker.has('exit'));
    assert.deepStrictEqual(worker.lines.slice(5).map(({ data }) => data), [['worker', 'shutdown'], ['process', 'shutdown']]);
});

test('internal messages stay invisible to the app', async (guard) => {
    await guard.startPrimary();
    const worker = guard.fork(guard.write('app.js', `
        const heard = (message) => { console.log('heard', message); };
        process.on('message', heard); require('cluster').worker.on('message', heard);
        process.on('SIGINT', () => process.exit(0));
        require('net').createServer().listen(0);`));
    await worker.said('listening');
    worker.leave();
    assert.strictEqual((await worker.said('exit')).code, 0);
    assert.strictEqual(worker.stdout(), '');
});

test('a worker without the hook', async (guard) => {
    await guard.startPrimary();
    const worker = guard.fork(guard.write('app.js', 'require("net").createServer().listen(0, "127.0.0.1"); process.send("ready"); process.send("else");'), { hooked: false });
    const { address, port } = await worker.said('listening');
    assert.strictEqual(address, '127.0.0.1');
    assert.ok(port > 0);
    await worker.said('message', { data: 'ready' });
    worker.leave();
    const { code, disconnected } = await worker.said('exit');
    assert.deepStrictEqual([code, disconnected], [0, false]);
    assert.strictEqual(guard.primary.lines.filter((line) => line.do === 'message').length, 1);
});

test('every listening server is told, exclusive ones and paths as well', async (guard) => {
    await guard.startPrimary();
    const where = path.join(guard.folder, 'app.sock');
    const worker = guard.fork(guard.write('app.js', `
        const net = require('net');
        net.createServer().listen(0, '127.0.0.1', () => net.createServer().listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => net.createServer().listen(${JSON.stringify(where)})));`));
    await worker.said('listening', { address: where });
    const lines = guard.primary.lines.filter((line) => line.do === 'listening');
    assert.strictEqual(lines.length, 3);
    assert.strictEqual(new Set(lines.map(({ port }) => port)).size, 3);
    assert.ok(!('port' in lines[2]));
    worker.leave();
    assert.strictEqual((await worker.said('exit')).code, 0);
}, { when: posix });

test('an answer that has begun ends first; an idle connection ends after the grace', async (guard) => {
    await guard.startPrimary();
    const worker = await guard.ready(server);
    const { port } = await worker.said('listening');
    const { pid } = await worker.said('forked');
    const agent = new http.Agent({ keepAlive: true });
    await get({ port, host: '127.0.0.1', agent });
    const held = get({ port, host: '127.0.0.1', path: '/hold' });
    const silent = net.connect(port, '127.0.0.1'); // a browser's connection in advance
    await new Promise((resolve) => silent.on('connect', resolve));
    await get({ port, host: '127.0.0.1' }); // so the others have been accepted
    const closed = new Promise((resolve) => silent.on('close', resolve));
    worker.leave({ grace: 100 });
    assert.ok((await worker.said('draining')).connections >= 3);
    await closed;
    assert.ok(!worker.has('exit'));
    process.kill(pid, 'SIGUSR2');
    assert.strictEqual(await held, 'begun ' + pid);
    assert.strictEqual((await worker.said('exit')).code, 0);
    agent.destroy();
}, { when: posix });

test('a raw server: open connections are served to their end', async (guard) => {
    await guard.startPrimary();
    const worker = await guard.ready(guard.write('app.js', "require('net').createServer((socket) => socket.pipe(socket)).listen(0);"));
    const { port } = await worker.said('listening');
    const socket = net.connect(port, '127.0.0.1').setEncoding('utf8');
    const echo = (text) => new Promise((resolve) => socket.once('data', resolve).write(text));
    assert.strictEqual(await echo('one'), 'one');
    worker.leave({ grace: 20 });
    assert.strictEqual((await worker.said('draining')).connections, 1);
    for (const text of ['two', 'three'])
        assert.strictEqual(await echo(text), text);
    await assert.rejects(get({ port, host: '127.0.0.1' }));
    assert.ok(!worker.has('exit'));
    socket.end();
    assert.strictEqual((await worker.said('exit')).code, 0);
});

test('the app closes its server by itself', async (guard) => {
    await guard.startPrimary();
    for (const HANDLE of ['close', 'message']) {
        const worker = await guard.ready(server, { env: { HANDLE } });
        const { port } = await worker.said('listening');
        const agent = new http.Agent({ keepAlive: true });
        await get({ port, host: '127.0.0.1', agent });
        worker.leave({ message: HANDLE === 'message', grace: 50 });
        assert.strictEqual((await worker.said('exit')).code, 7);
        assert.strictEqual(worker.stdout(), 'closed well\n');
        agent.destroy();
    }
});

test('an app that does nothing but clean up on SIGINT comes to its end', async (guard) => {
    await guard.startPrimary();
    const worker = await guard.ready(guard.write('app.js', `
        process.on('message', () => {});
        const server = require('http').createServer((request, response) => response.end()).listen(0);
        process.on('SIGINT', (name, number) => { console.log(name, number); setTimeout(() => console.log('clean'), 50); });`));
    worker.leave();
    assert.strictEqual((await worker.said('exit')).code, 0);
    assert.strictEqual(worker.stdout(), 'SIGINT 2\nclean\n');
});

test('a library that dies of its own signal does not cut an answer', async (guard) => {
    await guard.startPrimary();
    const worker = await guard.ready(guard.write('app.js', `
        const heard = () => { process.removeListener('SIGINT', heard); process.kill(process.pid, 'SIGINT'); };
        process.on('SIGINT', heard);
        require('http').createServer((request, response) => {
            process.send('asked');
            setTimeout(() => response.end('whole'), 400);
        }).listen(0);`));
    const { port } = await worker.said('listening');
    const answer = get({ port, host: '127.0.0.1' });
    await worker.line({ data: 'asked' });
    worker.leave({ grace: 50 });
    assert.strictEqual(await answer, 'whole');
    const { code, signal } = await worker.said('exit');
    assert.deepStrictEqual([code, signal], [0, null]);
}, { when: posix });

test('ends of all kinds', async (guard) => {
    await guard.startPrimary();
    const run = (text) => guard.fork(guard.write('app' + (guard.launches + 1) + '.js', text));
    const end = async (worker) => {
        const { code, signal, disconnected } = await worker.said('exit');
        return [code, signal, disconnected];
    };
    assert.deepStrictEqual(await end(run('process.exit(3)')), [3, null, false]);
    assert.deepStrictEqual(await end(run('throw new Error("no")')), [1, null, false]);
    assert.deepStrictEqual(await end(run('process.kill(process.pid, "SIGKILL")')), [null, 'SIGKILL', false]);
    assert.deepStrictEqual(await end(run('process.disconnect()')), [0, null, true]);
    assert.deepStrictEqual(await end(run('require("cluster").worker.disconnect()')), [0, null, true]);
    const closed = run('require("cluster").worker.exitedAfterDisconnect = true; process.disconnect(); setInterval(() => {}, 1000)');
    assert.match((await closed.said('garbage')).why, /closed its channel/);
    process.kill((await closed.said('forked')).pid, 'SIGTERM');
    assert.deepStrictEqual(await end(closed), [null, 'SIGTERM', true]);
}, { when: posix });

test('the primary ignores signals and ends with its guard; so do its workers', async (guard) => {
    const primary = await guard.startPrimary();
    const worker = await guard.ready(server);
    const { pid } = await worker.said('forked');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        primary.child.kill(signal);
    const { port } = await worker.said('listening');
    assert.strictEqual(await get({ port, host: '127.0.0.1' }), String(pid));
    primary.socket.destroy();
    await primary.until(() => primary.ended);
    assert.deepStrictEqual(primary.ended, { code: 0, signal: null });
    while (alive(pid))
        await new Promise((resolve) => setImmediate(resolve));
}, { when: posix });

function alive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return false;
    }
}

test('metrics of a worker', async (guard) => {
    await guard.startPrimary();
    const worker = await guard.ready(server, { env: { TROPERO_METRICS: '1' } });
    const { port } = await worker.said('listening');
    await get({ port, host: '127.0.0.1' });
    await worker.until(() => worker.lines.some(({ values }) => values.HTTP.value > 0));
});

test('ES modules as workers', async (guard) => {
    await guard.startPrimary();
    const worker = await guard.ready(guard.write('app.mjs', `
        import http from 'http';
        await new Promise((resolve) => setTimeout(resolve, 10));
        http.createServer((request, response) => response.end('x')).listen(0); process.send('ready');`));
    await worker.line({ data: 'ready' });
    worker.leave();
    assert.strictEqual((await worker.said('exit')).code, 0);
}, { when: atLeast(14, 8) });

test('reuseport', async (guard) => {
    await guard.startPrimary();
    const can = process.platform === 'linux' && (atLeast(23, 1) || (atLeast(22, 12) && !atLeast(23)));
    const forms = (port) => [`listen(${port}, '127.0.0.1')`, `listen(${port}, '127.0.0.1', 100, () => console.log('called'))`, `listen('${port}')`, `listen({ port: ${port}, host: '127.0.0.1' }, () => console.log('called'))`];
    for (const form of forms(await freePort())) {
        const workers = [];
        for (let i = 0; i < 2; ++i)
            workers.push(await guard.ready(guard.write('app.js', `require('http').createServer((request, response) => response.end('x')).${form};`), { env: { TROPERO_REUSEPORT: '1' } }));
        const { port } = await workers[1].said('listening');
        assert.strictEqual(await get({ port, host: '127.0.0.1' }), 'x');
        if (can) { // the kernel knows both sockets
            const sockets = fs.readFileSync('/proc/net/tcp', 'utf8') + fs.readFileSync('/proc/net/tcp6', 'utf8');
            assert.strictEqual(sockets.split('\n').filter((line) => line.includes(':' + port.toString(16).toUpperCase().padStart(4, '0') + ' ') && / 0A /.test(line)).length, 2, form);
        }
        for (const worker of workers) {
            worker.leave();
            assert.strictEqual((await worker.said('exit')).code, 0);
        }
    }
    const warnings = guard.primary.lines.filter((line) => line.do === 'warning');
    assert.strictEqual(warnings.length, can ? 0 : 1);
}, { seconds: 60 });

