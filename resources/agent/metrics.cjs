// SPDX-License-Identifier: GPL-3.0-or-later
// Once a second what the Node process can tell of itself, under the names that PM2 gives them.
'use strict';

const { monitorEventLoopDelay, performance } = require('perf_hooks');
const v8 = require('v8');
const { onServer } = require('./servers.cjs');

const interval = 1000;
const resolution = 20; // ms between two samples of the event loop

function start(messages) {
    const loop = monitorEventLoopDelay({ resolution });
    loop.enable();
    const http = { servers: 0, requests: 0, answered: 0, time: 0 };
    onServer((server) => count(server, http));
    let last = performance.now();

    setInterval(() => {
        const now = performance.now();
        messages.post({ do: 'metrics', values: { ...ofProcess(loop), ...ofHttp(http, (now - last) / 1000) } });
        last = now;
        loop.reset();
    }, interval).unref();
}

function ofProcess(loop) {
    const values = {
        'Event Loop Latency': metric(latency(loop, 50), 'ms', 'internal/libuv/latency/p50'),
        'Event Loop Latency p99': metric(latency(loop, 99), 'ms', 'internal/libuv/latency/p99'),
        'Used Heap Size': metric(v8.getHeapStatistics().used_heap_size / 1024 / 1024, 'MiB', 'internal/v8/heap/used'),
    };
    if (process._getActiveHandles) // not documented, and without a successor that counts as cheaply
        values['Active handles'] = metric(process._getActiveHandles().length, '', 'internal/libuv/handles');
    if (process._getActiveRequests)
        values['Active requests'] = metric(process._getActiveRequests().length, '', 'internal/libuv/requests');
    return values;
}

// What Node measures is the time from one sample to the next.
function latency(loop, percentile) {
    return Math.max(0, loop.percentile(percentile) / 1e6 - resolution);
}

function ofHttp(http, seconds) {
    if (http.servers === 0)
        return {};
    const values = {
        HTTP: metric(http.requests / seconds, 'req/s', 'internal/http/builtin/reqs'),
        'HTTP Mean Latency': metric(http.answered > 0 ? http.time / http.answered : 0, 'ms', 'internal/http/builtin/latency/mean'),
    };
    http.requests = 0;
    http.answered = 0;
    http.time = 0;
    return values;
}

function metric(value, unit, type) {
    return { value: Math.round(value * 100) / 100, unit, type };
}

function count(server, http) {
    if (!('maxHeadersCount' in server) && server.listenerCount('request') === 0)
        return; // no HTTP
    ++http.servers;
    server.on('close', () => --http.servers);
    const { emit } = server;
    server.emit = function (event, request, response) {
        if (event === 'request') {
            ++http.requests;
            const from = performance.now();
            response.on('finish', () => {
                ++http.answered;
                http.time += performance.now() - from;
            });
        }
        return Reflect.apply(emit, this, arguments);
    };
}

module.exports = { start };
