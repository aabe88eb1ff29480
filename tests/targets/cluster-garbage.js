// SPDX-License-Identifier: GPL-3.0-or-later
// A worker that abuses its channel to the primary, by KIND.
'use strict';

const fs = require('fs');

const { fd } = process.channel;

// The channel does not block; what it cannot take waits here.
function write(bytes) {
    for (let at = 0; at < bytes.length;) {
        try {
            at += fs.writeSync(fd, bytes, at);
        } catch (error) {
            if (error.code === 'EPIPE' || error.code === 'EBADF' || error.code === 'ECONNRESET')
                return false;
        }
    }
    return true;
}

const kinds = {
    text: () => write(Buffer.from('this is no JSON\n')),
    halfway: () => write(Buffer.from('{"cmd":"NODE_CLUSTER","act":\n{"cmd":')),
    binary: () => write(Buffer.from(Array.from({ length: 70000 }, (_, i) => (i * 7) % 256))),
    internal: () => write(Buffer.from(JSON.stringify({ cmd: 'NODE_CLUSTER', act: 'queryServer', seq: 1, port: 99999999, addressType: 4 }) + '\n')),
    endless() {
        const piece = Buffer.alloc(65536, 'x');
        for (let i = 0; i < 1600 && write(piece); ++i);
    },
};

setInterval(() => {}, 1000);
kinds[process.env.KIND]();
