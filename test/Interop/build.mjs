// Compiles every plugin of plugins/ to out/<name>.wasm, skipping what is up to date, and checks the results.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/cli/asc";
import { problemsOf } from "./check.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const outDirectory = path.join(here, "out");

// The SDK's onConfigure lets the host write four bytes at the address that equals the configuration's size. Static
// data above 64 KiB keeps such writes away from anything that matters.
const memoryBase = 65536;

async function filesBelow(directory) {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath ?? entry.path, entry.name));
}

async function newest(files) {
  const times = await Promise.all(files.map(async file => (await stat(file)).mtimeMs));
  return Math.max(...times);
}

async function isUpToDate(output, inputs) {
  try {
    return (await stat(output)).mtimeMs > await newest(inputs);
  } catch (error) {
    if (error.code === "ENOENT") {
      return false;
    }
    throw error;
  }
}

function compile(name) {
  const outputs = new Map();
  const text = { stdout: asc.createMemoryStream(), stderr: asc.createMemoryStream() };
  const options = [
    `plugins/${name}/index.ts`,
    "--binaryFile", "plugin.wasm",
    "--use", "abort=abort_proc_exit",
    "--memoryBase", String(memoryBase),
    "--optimize",
    "--baseDir", here,
  ];
  return new Promise((resolve, reject) => {
    asc.main(options, { ...text, writeFile: (file, content) => outputs.set(file, content) }, error => {
      if (error) {
        reject(new Error(`${name} does not compile: ${error.message}\n${text.stderr.toString()}`));
      } else {
        resolve(outputs.get("plugin.wasm"));
      }
      return 0;
    });
  });
}

async function build(name, common) {
  const output = path.join(outDirectory, `${name}.wasm`);
  const inputs = [...common, ...await filesBelow(path.join(here, "plugins", name))];
  const upToDate = await isUpToDate(output, inputs);
  const bytes = upToDate ? await readFile(output) : await compile(name);

  const problems = problemsOf(bytes);
  if (problems.length > 0) {
    throw new Error(`${name}.wasm is not a plugin every host can load:\n  ${problems.join("\n  ")}`);
  }
  if (!upToDate) {
    await writeFile(`${output}.part`, bytes);
    await rename(`${output}.part`, output);
  }
  console.log(`${upToDate ? "up to date" : "built"}  ${name}.wasm  ${bytes.length} bytes`);
}

async function removeStrangers(names) {
  for (const file of await readdir(outDirectory)) {
    if (!names.includes(path.basename(file, ".wasm"))) {
      await rm(path.join(outDirectory, file));
    }
  }
}

await asc.ready;
await mkdir(outDirectory, { recursive: true });
const plugins = await readdir(path.join(here, "plugins"));
const common = [
  ...["build.mjs", "check.mjs", "package-lock.json"].map(file => path.join(here, file)),
  ...await filesBelow(path.join(here, "shared")),
];

let failures = 0;
for (const name of plugins.sort()) {
  try {
    await build(name, common);
  } catch (error) {
    failures++;
    console.error(error.message);
  }
}
await removeStrangers(plugins);
process.exitCode = failures === 0 ? 0 : 1;
