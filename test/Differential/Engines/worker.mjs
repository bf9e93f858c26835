// Makes an instance, calls an export, and sends back what was printed, as UTF-16 in base 64: a text of .NET may have
// halves of surrogate pairs.
import { randomFillSync } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

const realTime = 0;

function run({ module, export: name, times }) {
  const printed = [];
  const line = Buffer.from('\n', 'utf16le');
  const bytes = (address, length) => new Uint8Array(instance.exports.memory.buffer, address, length);
  const instance = new WebAssembly.Instance(module, {
    env: {
      write(address, length) {
        printed.push(Buffer.from(bytes(address, 2 * length)), line);
      },
    },
    wasi_snapshot_preview1: {
      random_get(address, length) {
        randomFillSync(bytes(address, length));
        return 0;
      },
      clock_time_get(id, precision, address) {
        const time = id === realTime ? BigInt(Date.now()) * 1000000n : process.hrtime.bigint();
        new DataView(instance.exports.memory.buffer).setBigInt64(address, time, true);
        return 0;
      },
    },
  });
  let failure;
  try {
    for (let i = 0; i < times; i++) {
      instance.exports[name]();
    }
  } catch (error) {
    failure = `${message(instance)}\n${error.stack}`;
  }

  return { output: Buffer.concat(printed).toString('base64'), failure };
}

// The message of the exception that left the export: a string object.
function message(instance) {
  const address = instance.exports.__failure();
  if (address === 0) {
    return '';
  }

  const length = new DataView(instance.exports.memory.buffer).getInt32(address + 4, true);
  return Buffer.from(instance.exports.memory.buffer, address + 8, 2 * length).toString('utf16le');
}

parentPort.on('message', question => parentPort.postMessage(run(question)));
