// SPDX-License-Identifier: GPL-3.0-or-later
// The guard's side of docs/protocol.md, "Agent", for tests of the agent alone.
'use strict';

const { spawn } = require('child_process');
const crypto = require('crypto');
const { once, EventEmitter } = require('events');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');

const agent = path.resolve(__dirname, '../../resources/agent');
const hook = path.join(agent, 'hook.cjs');
const node = process.env.AGENT_NODE || process.execPath;

// A condition that becomes true by events; the time limit of the test ends what never comes.
class Waiting extends EventEmitter {
    constructor() {
        super();
        this.setMaxListeners(0);
        this.lines = [];
    }

    take(line) {
        this.lines.push(line);
        this.emit('change');
    }

    async until(condition, what) {
        this.waitingFor = what || String(condition);
        for (let value = condition(); ; value = condition()) {
            if (value)
                return value;
            await once(this, 'change');
        }
    }

    line(match, from = 0) {
        return this.until(() => this.lines.slice(from).find((line) => Object.keys(match).every((key) => line[key] === match[key])),
            JSON.stringify(match));
    }
}

class Guard {
    constructor() {
        this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tropero-agent-'));
        this.socketPath = process.platform === 'win32' ? '\\\\.\\pipe\\tropero-agent-' + crypto.randomBytes(8).toString('hex')
            : path.join(this.folder, 'guard.sock');
        this.peers = new Map(); // by token
        this.children = [];
        this.launches = 0;
        this.sockets = new Set();
        this.log = [];
    }

    async listen() {
        this.server = net.createServer((socket) => this.accept(socket));
        this.server.listen(this.socketPath);
        await once(this.server, 'listening');
        return this;
    }

    accept(socket) {
        this.sockets.add(socket);
        let peer = null;
        let text = '';
        socket.setEncoding('utf8');
        socket.on('error', () => {});
        socket.on('data', (data) => {
            text += data;
            for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
                const raw = text.slice(0, end);
                text = text.slice(end + 1);
                this.log.push('< ' + raw.slice(0, 300));
                const line = JSON.parse(raw);
                if (Buffer.byteLength(raw) + 1 > 1024 * 1024)
                    this.tooLong = true;
                if (!peer) {
                    peer = this.peers.get(line.token);
                    if (!peer)
                        return socket.destroy();
                    peer.hello = line;
                    peer.socket = socket;
                    peer.emit('change');
                } else {
                    peer.take(line);
                }
            }
        });
        socket.on('close', () => {
            this.sockets.delete(socket);
            if (peer) {
                peer.closed = true;
                peer.emit('change');
            }
        });
    }

    peer() {
        const peer = new Waiting();
        peer.token = crypto.randomBytes(16).toString('hex');
        peer.send = (line) => {
            this.log.push('> ' + JSON.stringify(line).slice(0, 300));
            peer.socket.write(JSON.stringify(line) + '\n');
        };
        this.peers.set(peer.token, peer);
        return peer;
    }

    variables(peer) {
        return { TROPERO_AGENT: this.socketPath, TROPERO_TOKEN: peer.token };
    }

    // A process with the hook, as in fork mode.
    start(script, { args = [], env = {}, execArgv = [], plain = false, cwd } = {}) {
        const peer = this.peer();
        const child = spawn(node, [...(plain ? [] : ['-r', hook]), ...execArgv, script, ...args],
            { env: { PATH: process.env.PATH, ...(plain ? {} : this.variables(peer)), ...env }, stdio: ['ignore', 'pipe', 'pipe'], cwd });
        this.follow(child, peer);
        return Object.assign(peer, { child });
    }

    follow(child, peer) {
        this.children.push(child);
        peer.out = '';
        peer.error = '';
        child.stdout.setEncoding('utf8').on('data', (text) => {
            peer.out += text;
            peer.emit('change');
        });
        child.stderr.setEncoding('utf8').on('data', (text) => {
            peer.error += text;
            this.log.push('! ' + text.trimEnd());
            peer.emit('change');
        });
        child.on('close', (code, signal) => {
            peer.ended = { code, signal };
            peer.emit('change');
        });
    }

    async startPrimary({ scheduling = 'rr', env = {}, flags = [] } = {}) {
        const peer = this.peer();
        const child = spawn(node, [...flags, path.join(agent, 'primary.cjs')],
            { env: { TROPERO_SCHEDULING: scheduling, TROPERO_APP: 'subject', ...this.variables(peer), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
        this.follow(child, peer);
        this.primary = Object.assign(peer, { child });
        await peer.until(() => peer.hello || peer.ended, 'hello of the primary');
        return peer;
    }

    // A worker: its peer has what the hook says, `launch` names it in the primary's lines; out() and error() are what it wrote.
    fork(script, { env = {}, args = [], execArgv = [], cwd = this.folder, hooked = true, ...more } = {}) {
        const launch = ++this.launches;
        const peer = this.peer();
        const out = this.write(launch + '.out', '');
        const error = this.write(launch + '.error', '');
        this.primary.send({ do: 'fork', launch, script, args, execArgv: hooked ? ['-r', hook, ...execArgv] : execArgv, cwd,
            env: { ...(hooked ? this.variables(peer) : {}), ...env }, out, error, ...more });
        return Object.assign(peer, {
            launch,
            stdout: () => fs.readFileSync(out, 'utf8'),
            stderr: () => fs.readFileSync(error, 'utf8'),
            said: (what, match) => this.said(launch, what, match),
            has: (what) => this.primary.lines.some((line) => line.do === what && line.launch === launch),
            leave: (how = {}) => this.primary.send({ do: 'leave', launch, signal: 'SIGINT', message: false, grace: 1000, ...how }),
        });
    }

    // What the primary says of a worker; an end that comes instead is an error.
    async said(launch, what, match) {
        const of = (names) => this.primary.lines.find((line) => line.launch === launch && names.includes(line.do)
            && (line.do !== what || Object.keys(match || {}).every((key) => line[key] === match[key])));
        const line = await this.primary.until(() => of([what]) || of(['exit', 'failed']), what + ' of worker ' + launch);
        if (line.do !== what)
            throw new Error('worker ' + launch + ' ended instead of ' + what + '\n' + fs.readFileSync(path.join(this.folder, launch + '.error'), 'utf8'));
        return line;
    }

    async ready(script, options) {
        const worker = this.fork(script, options);
        await worker.said('listening');
        return worker;
    }

    write(name, text) {
        const file = path.join(this.folder, name);
        fs.writeFileSync(file, text);
        return file;
    }

    close() {
        for (const line of this.primary ? this.primary.lines : [])
            if (line.do === 'forked' && !this.primary.lines.some((other) => other.do === 'exit' && other.launch === line.launch))
                kill(line.pid);
        for (const child of this.children)
            if (child.exitCode === null && child.signalCode === null)
                child.kill('SIGKILL');
        for (const socket of this.sockets)
            socket.destroy();
        if (this.server)
            this.server.close();
        fs.rmSync(this.folder, { recursive: true, force: true });
    }
}

function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    } catch (error) {
        // it has gone
    }
}

module.exports = { Guard, Waiting, node, hook, agent };
