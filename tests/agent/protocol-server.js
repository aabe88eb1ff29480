// SPDX-License-Identifier: GPL-3.0-or-later
// A server for clusters: answers with its pid in two parts, SLOW ms apart. PROTOCOL: https, h2 (over TLS), h2c, or upgrade: HTTP, whose
// upgraded connections echo. CERTIFICATE: folder of key.pem and cert.pem. HANDLE=close: closes its server on SIGINT and ends.
'use strict';

const fs = require('fs');
const http = require('http');
const http2 = require('http2');
const https = require('https');
const path = require('path');

const { PROTOCOL, CERTIFICATE, HANDLE, SLOW } = process.env;
const pem = (name) => fs.readFileSync(path.join(CERTIFICATE, name + '.pem'));
const secure = () => ({ key: pem('key'), cert: pem('cert') });
const create = {
    https: (answer) => https.createServer(secure(), answer),
    h2: (answer) => http2.createSecureServer({ ...secure(), allowHTTP1: true }, answer),
    h2c: (answer) => http2.createServer(answer),
    upgrade: (answer) => http.createServer(answer),
}[PROTOCOL];

const server = create((request, response) => {
    const text = String(process.pid);
    response.setHeader('content-length', text.length);
    response.write(text.slice(0, 1));
    setTimeout(() => response.end(text.slice(1)), Number(SLOW) || 0);
});
if (PROTOCOL === 'upgrade')
    server.on('upgrade', (request, socket) => {
        socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
        socket.pipe(socket);
    });
server.listen(0);

if (HANDLE === 'close')
    process.on('SIGINT', () => server.close(() => process.exit(7)));
