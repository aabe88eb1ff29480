// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const { Channel } = require('./channel.cjs');

// process.send and 'message' over the connection to the guard, with the manners of Node's own channel. `native` (in a worker): Node's channel
// is there as well; connected, disconnect and the 'disconnect' event are its business then.
function create({ path, token, native }) {
    const nodes = new Set(process.listeners('message')); // cluster's own, which keeps nothing alive
    let channel = null;
    let over = false;
    let wanted; // what process.channel.ref() and unref() said

    function connect() {
        if (!channel && !over)
            channel = new Channel(path, token, received, lost);
        return channel;
    }

    function received(line) {
        if (line.do === 'message') // each in a tick of its own: one that throws must not take the others along
            process.nextTick(() => process.emit('message', line.data, undefined));
    }

    function lost() {
        over = true;
        channel = null;
        if (native)
            return;
        process.connected = false;
        process.channel = undefined;
        process.nextTick(() => process.emit('disconnect'));
    }

    // Node's rule: who listens stays alive.
    function refresh(listening) {
        if (!channel)
            return;
        if (wanted !== undefined ? wanted : listening && (!native || process.connected))
            channel.socket.ref();
        else
            channel.socket.unref();
    }

    function listeners() {
        return process.listeners('message').filter((listener) => !nodes.has(listener)).length;
    }

    process.on('removeListener', (name) => {
        if (name === 'message')
            refresh(listeners() > 0);
    });

    return {
        listeners,

        // Somebody is about to listen.
        listening() {
            connect();
            refresh(true);
        },

        keepAlive(yes) {
            wanted = yes;
            refresh(yes);
        },

        refresh: () => refresh(listeners() > 0),

        send(message, handle, options, callback) {
            const done = [handle, options, callback].find((argument) => typeof argument === 'function');
            check(message, typeof handle === 'function' ? undefined : handle);
            if (!connect()) {
                refuse(failure(Error, 'ERR_IPC_CHANNEL_CLOSED', 'Channel closed'), done);
                return false;
            }
            return this.post({ do: 'message', data: message }, done);
        },

        // Any line of the protocol.
        post(line, done) {
            if (!connect())
                return false;
            try {
                return channel.send(line, done && ((error) => done(error || null)));
            } catch (error) {
                if (error.code !== 'ERR_TROPERO_MESSAGE_TOO_LARGE')
                    throw error; // cycles and BigInt, as with Node
                refuse(error, done);
                return false;
            }
        },

        disconnect() {
            if (over)
                return refuse(failure(Error, 'ERR_IPC_DISCONNECTED', 'IPC channel is already disconnected'));
            const old = channel;
            lost();
            if (old)
                old.close();
        },
    };
}

function check(message, handle) {
    if (message === undefined)
        throw failure(TypeError, 'ERR_MISSING_ARGS', 'The "message" argument must be specified');
    if (!['string', 'object', 'number', 'boolean'].includes(typeof message))
        throw failure(TypeError, 'ERR_INVALID_ARG_TYPE',
            'The "message" argument must be of type string, object, number or boolean. Received type ' + typeof message);
    if (handle)
        throw failure(TypeError, 'ERR_INVALID_HANDLE_TYPE', 'A handle cannot be sent to Tropero');
}

// Node would emit 'error' on process, which ends an app that does not listen. The loss of a supervisor is no reason to die.
function refuse(error, callback) {
    if (callback)
        process.nextTick(callback, error);
    else if (process.listenerCount('error') > 0)
        process.nextTick(() => process.emit('error', error));
    else if (error.code === 'ERR_TROPERO_MESSAGE_TOO_LARGE')
        process.emitWarning(error.message, { code: error.code });
}

function failure(Type, code, text) {
    const error = new Type(text);
    error.code = code;
    return error;
}

module.exports = { create };
