// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP server for clusters: answers with its pid. PORT: a number or a path. HANDLE=close: closes its server on SIGINT and ends;
// HANDLE=exit: ends at once on SIGINT; HANDLE=message: closes on the message 'shutdown'. SLOW: ms that an answer takes.
'use strict';

const http = require('http');

const { PORT = '0', HANDLE, SLOW } = process.env;
const server = http.createServer((request, response) => {
    if (request.url === '/hold') { // begins an answer, and ends it when told
        response.write('begun ');
        process.once('SIGUSR2', () => response.end(String(process.pid)));
    } else {
        setTimeout(() => response.end(String(process.pid)), Number(SLOW) || 0);
    }
});
server.listen(Number.isNaN(Number(PORT)) ? PORT : Number(PORT));

function close() {
    server.close((error) => {
        console.log('closed ' + (error ? error.code : 'well'));
        process.exit(7);
    });
}

if (HANDLE === 'close')
    process.on('SIGINT', close);
else if (HANDLE === 'exit')
    process.on('SIGINT', () => process.exit(8));
else if (HANDLE === 'message')
    process.on('message', (message) => message === 'shutdown' && close());
