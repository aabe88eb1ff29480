// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';

const newline = 10;

// Bytes to JSON objects, one a line. `taken(object)` is called for each; `refused(why)` once for a line that is too long or no object,
// and nothing is taken after it.
function lineReader(limit, taken, refused) {
    let parts = [];
    let size = 0;
    let over = false;

    function refuse(why) {
        over = true;
        parts = [];
        refused(why);
    }

    function line(text) {
        let value;
        try {
            value = JSON.parse(text);
        } catch (error) {
            return refuse(error.message);
        }
        if (value === null || typeof value !== 'object' || Array.isArray(value))
            return refuse('a line is no JSON object');
        taken(value);
    }

    return function read(chunk) {
        let from = 0;
        for (let at = chunk.indexOf(newline); at >= 0 && !over; at = chunk.indexOf(newline, from)) {
            parts.push(chunk.subarray(from, at));
            from = at + 1;
            const text = Buffer.concat(parts).toString('utf8');
            parts = [];
            size = 0;
            line(text);
        }
        if (over || from === chunk.length)
            return;
        size += chunk.length - from;
        if (size > limit)
            refuse('a line of more than ' + limit + ' bytes');
        else
            parts.push(chunk.subarray(from));
    };
}

module.exports = { lineReader };
