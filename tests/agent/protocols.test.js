// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving over HTTPS and HTTP/2, and of upgraded connections.
'use strict';

const assert = require('assert');
const { spawnSync } = require('child_process');
const { once } = require('events');
const http2 = require('http2');
const net = require('net');
const path = require('path');
const { test, atLeast } = require('./testing.js');
const { Load, Http2Load } = require('./load.js');
const { roll } = require('./roll.js');

const server = path.join(__dirname, 'protocol-server.js');
const hasOpenssl = !spawnSync('openssl', ['version']).error;
// A client that is told to move on answers with GOAWAY, after which a server of Node up to 18, also without the agent, may let CANCEL follow an answer
// that has arrived whole: often with 16, in a few of a hundred runs on a crowded machine with 14 and 18.
const maySayCancel = !atLeast(19);
const insecure = { rejectUnauthorized: false }; // signed by itself

function certificate(guard) {
    const { status, stderr } = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost',
        '-keyout', path.join(guard.folder, 'key.pem'), '-out', path.join(guard.folder, 'cert.pem')], { encoding: 'utf8' });
    assert.strictEqual(status, 0, stderr);
    return { CERTIFICATE: guard.folder };
}

const https = (address) => new Load({ ...address, ...insecure }, { secure: true });
const h2 = ({ port }) => new Http2Load({ origin: 'https://127.0.0.1:' + port, maySayCancel, ...insecure });
const h2c = ({ port }) => new Http2Load({ origin: 'http://127.0.0.1:' + port, maySayCancel });

for (const { how, ...env } of [{ how: '' }, { how: ', slow answers, closed by the app', SLOW: '40', HANDLE: 'close' }]) {
    const rolled = (PROTOCOL, load, when, client = '') => test('no request is lost over ' + PROTOCOL + client + how, async (guard) => {
        const all = { ...env, PROTOCOL, ...(PROTOCOL === 'h2c' ? {} : certificate(guard)) };
        return (await roll(guard, server, { env: all, rounds: 1, load })).note;
    }, { seconds: 90, when });
    rolled('https', https, hasOpenssl);
    rolled('h2', h2, hasOpenssl);
    rolled('h2', https, hasOpenssl, ' with HTTP/1 clients');
    rolled('h2c', h2c, true);
}

const connected = async (port) => {
    const session = http2.connect('http://127.0.0.1:' + port);
    session.on('error', () => {});
    await once(session, 'remoteSettings');
    return session;
};

test('an HTTP/2 session is told to move on, and finishes its streams', async (guard) => {
    await guard.startPrimary();
    const worker = await guard.ready(server, { env: { PROTOCOL: 'h2c', SLOW: '600' } });
    const { port } = await worker.said('listening');
    const session = await connected(port);
    const idle = await connected(port);
    const stream = session.request({ ':path': '/' });
    let text = '';
    stream.setEncoding('utf8').on('data', (data) => {
        text += data;
    });
    await once(stream, 'data');
    const goaways = [session, idle].map((one) => once(one, 'goaway'));
    worker.leave({ grace: 40 });
    for (const goaway of goaways) {
        const [code, last] = await goaway;
        assert.deepStrictEqual([code, last], [0, 2 ** 31 - 1]);
    }
    assert.ok(!worker.has('exit'));
    await once(stream, 'close');
    assert.strictEqual(text, String((await worker.said('forked')).pid));
    assert.strictEqual((await worker.said('exit')).code, 0);
});

async function upgraded(port) {
    const socket = net.connect(port, '127.0.0.1').setEncoding('utf8').on('error', () => {});
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
    assert.match((await once(socket, 'data'))[0], /^HTTP\/1.1 101/);
    socket.echo = async (text) => {
        socket.write(text);
        return (await once(socket, 'data'))[0];
    };
    return socket;
}

test('an upgraded connection goes on while its worker leaves, which ends with it', async (guard) => {
    await guard.startPrimary();
    for (const HANDLE of ['', 'close']) {
        const worker = await guard.ready(server, { env: { PROTOCOL: 'upgrade', HANDLE } });
        const { port } = await worker.said('listening');
        const successor = await guard.ready(server, { env: { PROTOCOL: 'upgrade' } });
        const socket = await upgraded(port);
        const other = await upgraded(port); // in turn: one of the two is the worker's
        worker.leave({ grace: 20 });
        assert.strictEqual((await worker.said('draining')).connections, 1);
        for (const one of [socket, other])
            for (const text of ['one', 'two'])
                assert.strictEqual(await one.echo(text), text);
        assert.ok(!worker.has('exit'));
        for (const one of [socket, other])
            one.end();
        assert.strictEqual((await worker.said('exit')).code, HANDLE ? 7 : 0);
        successor.leave();
        await successor.said('exit');
    }
});
