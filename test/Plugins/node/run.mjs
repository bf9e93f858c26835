// Runs one plugin in V8: node run.mjs MODULE < script.json. A script has the configuration and a list of steps; the output is
// what each step gave. Nothing but Node.js itself is needed.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Host } from "./host.mjs";

const bytes = await readFile(process.argv[2]);
const script = JSON.parse(await text(process.stdin));
if (!WebAssembly.validate(bytes)) {
  throw new Error(`${process.argv[2]} is not a valid module`);
}

const host = await Host.start(new WebAssembly.Module(bytes), script);
const actions = {
  request: step => host.request(step.headers),
  response: step => ({ headers: host.response(step.headers) }),
  answer: step => {
    host.answer(step.headers, step.body);
    return host.outcome();
  },
  calls: () => [...host.calls],
  end: () => host.end(),
  metrics: () => Object.fromEntries(host.metrics),
};
const results = script.steps.map(step => actions[step.do](step) ?? null);
process.stdout.write(JSON.stringify(results));
