// SPDX-License-Identifier: GPL-3.0-or-later
// Writes SIZE bytes (default 64 MiB) of numbered lines as fast as it can, prints nothing else, then stays or (EXIT=1) ends.
const size = Number(process.env.SIZE || 64 * 1024 * 1024);
let written = 0;
let line = 0;
function more() {
    while (written < size) {
        let chunk = '';
        while (chunk.length < 65536)
            chunk += `${String(line++).padStart(10, '0')} the quick brown fox jumps over the lazy dog 0123456789\n`;
        chunk = chunk.slice(0, size - written);
        written += chunk.length;
        if (!process.stdout.write(chunk)) {
            process.stdout.once('drain', more);
            return;
        }
    }
    process.stdout.write('', () => { if (process.env.EXIT) process.exit(0); });
    setInterval(() => {}, 1000);
}
more();
