// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const looks = 4; // so often a connection must be seen idle, one look after the other, before it is closed

// The open connections of one server, and how they end without a lost request.
class Connections {
    constructor(server) {
        const sockets = new Set();
        const sessions = new Map(); // HTTP/2 session to { open: streams, whenDone: what waits for the last of them }
        this.server = server;
        this.sockets = sockets;
        this.sessions = sessions;
        this.movingOn = false;
        this.idle = new WeakMap(); // socket or session to { bytes, seen }: what had passed, and how often it was seen idle with that
        // One function for all connections: a busy server must not notice that it is watched.
        function forget() {
            sockets.delete(this);
        }
        // HTTPS parses what comes out of the TLS socket, which is announced by another event.
        const secure = typeof server.setSecureContext === 'function';
        server.on(secure ? 'secureConnection' : 'connection', (socket) => {
            sockets.add(socket);
            socket.on('close', forget);
        });
        server.on('session', (session) => { // HTTP/2
            const streams = { open: 0, whenDone: null };
            sessions.set(session, streams);
            session.on('stream', (stream) => {
                ++streams.open;
                stream.once('close', () => --streams.open === 0 && streams.whenDone && streams.whenDone());
            });
            session.on('close', () => sessions.delete(session));
            if (this.movingOn)
                this.announce(session);
        });
    }

    get size() {
        return this.sockets.size;
    }

    // Every answer that has not begun says that it is the last of its connection, so the client opens the next one elsewhere.
    moveOn() {
        const last = (request, response) => {
            if (!response.headersSent)
                response.shouldKeepAlive = false;
        };
        for (const event of ['request', 'checkContinue', 'checkExpectation'])
            if (this.server.listenerCount(event) > 0) // one more would change what Node does without any
                this.server.prependListener(event, last);
        for (const socket of this.sockets)
            if (socket._httpMessage)
                last(null, socket._httpMessage);
        this.movingOn = true;
        for (const session of this.sessions.keys())
            this.announce(session);
        this.closeIdle();
    }

    announce(session) {
        if (session.destroyed || session.closed)
            return;
        session.goaway(0, 2 ** 31 - 1); // "no new requests here"; those under way are still taken
        this.finish(session);
    }

    // The answer to a ping comes after all requests that were on their way, and after the client has the ends of all answers. Only then it is closed:
    // Node up to 18 loses the end of an answer when that is the last thing that a closing session waits for.
    finish(session) {
        const streams = this.sessions.get(session);
        if (!streams || session.destroyed || session.closed)
            return;
        session.ping(() => {
            if (streams.open > 0)
                streams.whenDone = () => this.finish(session);
            else
                close(session);
        });
    }

    // One look. By looks, not by the clock: when the whole machine stood still, the clients have not had their time either.
    closeIdle() {
        for (const socket of this.sockets)
            if (isIdle(socket) && this.seenIdle(socket, socket.bytesRead) > looks)
                socket.destroy(); // without a word: a client that just writes learns that nothing was done, and asks again
        for (const session of this.sessions.keys())
            if (!session.destroyed && !session.closed && this.seenIdle(session, session.socket.bytesRead + session.socket.bytesWritten) > looks)
                close(session); // its client does not answer
    }

    seenIdle(connection, bytes) {
        const before = this.idle.get(connection);
        const seen = before && before.bytes === bytes ? before.seen + 1 : 1;
        this.idle.set(connection, { bytes, seen });
        return seen;
    }
}

function close(session) {
    if (!session.destroyed && !session.closed)
        session.close(); // it ends with its last stream
}

// HTTP between two requests. What is no HTTP, or no more (WebSocket), is the app's.
function isIdle(socket) {
    return Boolean(socket.parser) && !socket._httpMessage && !socket.destroyed;
}

Connections.looks = looks;

module.exports = { Connections };
