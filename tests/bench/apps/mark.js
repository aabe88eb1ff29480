// SPDX-License-Identifier: GPL-3.0-or-later
// Says when its first line ran: appends the monotonic time, which all processes share, to the file BENCH_MARK; then idles.
require('fs').appendFileSync(process.env.BENCH_MARK, `${process.hrtime.bigint()} ${process.pid}\n`);
setInterval(() => {}, 1 << 30);
