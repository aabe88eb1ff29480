// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const longest = 8 * 1024 * 1024;
const newline = 10;

// A worker may write anything to its channel. Node would collect a message without an end until memory ends, and throw what it cannot
// parse at the whole primary. `broken(why)` is called instead; nothing is read from then on.
function boundMessages(channel, broken) {
    const read = channel.onread;
    let pending = 0;
    let over = false;

    function fail(why) {
        over = true;
        channel.readStop();
        broken(why);
    }

    channel.onread = function onread(bytes) {
        if (over && bytes)
            return;
        if (bytes) {
            const end = new Uint8Array(bytes).lastIndexOf(newline);
            pending = end < 0 ? pending + bytes.byteLength : bytes.byteLength - end - 1;
        }
        try {
            if (pending > longest)
                fail('a message of more than ' + longest / 1024 / 1024 + ' MiB on its channel');
            else
                read.call(this, bytes);
        } catch (error) {
            fail('no message on its channel: ' + error.message);
        }
    };
}

module.exports = { boundMessages };
