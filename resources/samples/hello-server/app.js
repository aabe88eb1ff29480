#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// A small HTTP server to try Tropero with: it answers, logs every request, and can be made to crash.
// PORT chooses the port; without it a free one is taken.
'use strict';
const http = require('http');

const routes = {
  '/': () => ({ hello: process.env.GREETING || 'world', pid: process.pid, uptime: Math.round(process.uptime()) }),
  '/crash': () => {
    setImmediate(() => { throw new Error('crashed on request'); });
    return { crashing: process.pid };
  },
  '/exit': () => {
    setImmediate(() => process.exit(0));
    return { leaving: process.pid };
  },
};

const server = http.createServer((request, response) => {
  const path = request.url.split('?')[0];
  const route = routes[path];
  const status = route ? 200 : 404;
  const body = JSON.stringify(route ? route() : { missing: path, try: Object.keys(routes) });
  response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
  response.end(body + '\n');
  console.log(`${request.method} ${path} ${status}`);
});

server.on('error', (error) => {
  console.error(`cannot listen: ${error.message}`);
  process.exit(1);
});
server.listen(Number(process.env.PORT || 0), '127.0.0.1', () => {
  console.log(`hello-server ready on http://127.0.0.1:${server.address().port}`);
});

process.on('SIGINT', () => {
  console.log('hello-server asked to stop');
  server.close(() => process.exit(0));
});
