// SPDX-License-Identifier: GPL-3.0-or-later
// Answers every request on PORT with its pid. Once it listens, appends the monotonic time to the file BENCH_MARK, if there is one.
const http = require('http');

const { PORT, BENCH_MARK, REUSEPORT } = process.env;
const options = { port: Number(PORT), host: '127.0.0.1', ...(REUSEPORT === '1' ? { reusePort: true } : {}) };
http.createServer((request, response) => response.end(String(process.pid))).listen(options, () => {
  if (BENCH_MARK) {
    require('fs').appendFileSync(BENCH_MARK, `${process.hrtime.bigint()} ${process.pid}\n`);
  }
});
