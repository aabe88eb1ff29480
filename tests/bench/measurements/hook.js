// SPDX-License-Identifier: GPL-3.0-or-later
// What the hook costs an app in fork mode, over plain Node: when it is there, when a message is sent, when the app listens for them. Of times the best of
// each side counts, since others use the machine too.
'use strict';
const { Guard } = require('../../agent/guard');
const { Samples } = require('./common');

const uses = {
  nothing: '',
  'process.send() once': "process.send && process.send('hello');",
  "a 'message' listener": "process.on('message', () => {});",
};

// After garbage, since an app may or may not have come to its first collection, which alone is worth 2 MiB; and after the connection stands.
const appWith = (use) => `
const garbage = [];
for (let i = 0; i < 300000; ++i)
  garbage[i % 1000] = { i };
const used = process.hrtime.bigint();
${use}
const took = Number(process.hrtime.bigint() - used) / 1e6;
setTimeout(() => {
  const rollup = require('fs').readFileSync('/proc/self/smaps_rollup', 'latin1');
  const kilobytes = (key) => Number(new RegExp('^' + key + ': +([0-9]+)', 'm').exec(rollup)[1]);
  const cpu = process.cpuUsage();
  console.log(JSON.stringify([took, (cpu.user + cpu.system) / 1000, kilobytes('Private_Clean') + kilobytes('Private_Dirty')]));
  process.exit();
}, 150);
`;

async function hookCost(context) {
  const guard = await new Guard().listen();
  const samples = Object.fromEntries(['cpu', 'call', 'memory'].map((key) => [key, new Samples()]));
  try {
    for (let run = 0; run < context.runs * 5; run += 1) {
      for (const [name, use] of Object.entries(uses)) {
        for (const plain of [true, false]) {
          const app = guard.start(guard.write('app.js', appWith(use)), { plain });
          await app.until(() => app.ended, 'the end of the app');
          const [call, cpu, memory] = JSON.parse(app.out);
          const key = `${name} ${plain}`;
          samples.call.add(key, call);
          samples.cpu.add(key, cpu);
          samples.memory.add(key, memory);
        }
      }
    }
  } finally {
    guard.close();
  }
  return Object.keys(uses).flatMap((name) => {
    const values = (figures) => ({ tropero: figures[`${name} false`] - figures[`${name} true`], plain: figures[`${name} true`] });
    return [
      { what: `hook, ${name}: CPU over plain node`, unit: 'ms', values: values(samples.cpu.lowest()), wanted: '<= 5', met: (v) => v.tropero <= 5 },
      { what: `hook, ${name}: the call itself`, unit: 'ms', values: values(samples.call.lowest()), wanted: '<= 5', met: (v) => v.tropero <= 5 },
      {
        what: `hook, ${name}: private memory over plain node`, unit: 'KiB', values: values(samples.memory.medians()), wanted: '<= 1024',
        met: (v) => v.tropero <= 1024,
      },
    ];
  });
}

module.exports = { hookCost };
