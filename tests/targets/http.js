// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP server on PORT (0: any free one, printed): / answers, /crash ends the program, /memory?mb=N holds N MB, /exit?code=N.
const http = require('http');
const held = [];
const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    console.log(`${request.method} ${url.pathname}`);
    if (url.pathname === '/crash')
        throw new Error('crash on request');
    if (url.pathname === '/exit')
        process.exit(Number(url.searchParams.get('code') || 0));
    if (url.pathname === '/memory')
        held.push(Buffer.alloc(Number(url.searchParams.get('mb') || 50) * 1024 * 1024, 1));
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({
        pid: process.pid,
        instance: process.env.NODE_APP_INSTANCE,
        uptime: process.uptime(),
        memory: process.memoryUsage().rss,
    }) + '\n');
});
server.listen(Number(process.env.PORT || 0), '127.0.0.1', () => {
    console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
        console.log(`${signal}: closing`);
        server.close(() => process.exit(0));
        server.closeIdleConnections?.();
    });
}
