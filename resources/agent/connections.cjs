// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

// The open connections of one server, and how they end without a lost request.
class Connections {
    constructor(server) {
        const sockets = new Set();
        const sessions = new Set();
        this.server = server;
        this.sockets = sockets;
        this.sessions = sessions;
        this.idle = new WeakMap(); // socket to the bytes it had read when it was seen idle
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
            sessions.add(session);
            session.on('close', () => sessions.delete(session));
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
        for (const session of this.sessions)
            if (!session.destroyed && !session.closed)
                session.goaway(0, 2 ** 31 - 1); // "no new requests here"; the open ones go on
        this.noteIdle();
    }

    noteIdle() {
        for (const socket of this.sockets)
            if (isIdle(socket))
                this.idle.set(socket, socket.bytesRead);
    }

    // Ends the connections that were idle when this was called last, and are.
    closeIdle() {
        for (const socket of this.sockets)
            if (isIdle(socket) && this.idle.get(socket) === socket.bytesRead)
                socket.destroy();
        for (const session of this.sessions)
            if (!session.destroyed && !session.closed)
                session.close();
        this.noteIdle();
    }
}

// HTTP between two requests. What is no HTTP, or no more (WebSocket), is the app's.
function isIdle(socket) {
    return Boolean(socket.parser) && !socket._httpMessage && !socket.destroyed;
}

module.exports = { Connections };
