// SPDX-License-Identifier: GPL-3.0-or-later
// Prints a line to each stream every 200 ms.
let count = 0;
setInterval(() => {
    count += 1;
    console.log(`out ${count}`);
    console.error(`err ${count}`);
}, 200);
