// Runs modules for NodeEngine. A line of the input is a module to keep or a run of one; each is answered with a line.
// Runs are in a worker, which can be stopped when a module does not come to an end.
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';

const modules = new Map();
let worker;
let finish;

function startWorker() {
  const started = new Worker(new URL('./worker.mjs', import.meta.url), { resourceLimits: { stackSizeMb: 16 } });
  started.on('message', answer => started === worker && finish(answer));
  started.on('error', error => started === worker && giveUp(String(error)));
  return started;
}

function giveUp(failure) {
  worker.terminate();
  worker = undefined;
  finish({ output: '', failure });
}

function run(question) {
  worker ??= startWorker();
  return new Promise(resolve => {
    const watchdog = setTimeout(() => giveUp(`no end within ${question.patience} ms`), question.patience);
    finish = answer => {
      clearTimeout(watchdog);
      resolve(answer);
    };
    worker.postMessage({ ...question, module: modules.get(question.module) });
  });
}

async function answer(question) {
  if (question.bytes) {
    modules.set(question.module, new WebAssembly.Module(Buffer.from(question.bytes, 'base64')));
    return {};
  }

  return run(question);
}

for await (const line of createInterface({ input: process.stdin })) {
  let result;
  try {
    result = await answer(JSON.parse(line));
  } catch (error) {
    result = { error: String(error) };
  }

  process.stdout.write(JSON.stringify(result) + '\n');
}

worker?.terminate();
