/**
 * The reader's first minute: from the command to the first page, and, for who
 * writes, from saving a chapter to seeing it.
 *
 * It is measured on a copy of the project, so that nobody's chapter is touched,
 * with everything downloaded already.
 *
 * @module
 */

import type { Bench, Round } from "./harness.ts";

const PROJECT = `${import.meta.dirname}/..`;
const COPY = `${PROJECT}/.loopbook/bench-start`;

/** What is made, not written: it is left out of the copy. */
const MADE = ["_site", "coverage", "node_modules"];

export const start: Bench = {
  name: "start",
  about: "deno task start, from a warm cache",
  flags: ["--allow-run", "--allow-net=localhost", "--allow-write=.loopbook"],
  cases: [
    {
      name: "to the first page",
      size: 1,
      unit: "ms",
      limit: 5000,
      rounds: 5,
      ours: { name: "loopbook", prepare: firstPage },
      peers: [],
    },
    {
      name: "a changed chapter",
      size: 1,
      unit: "ms",
      limit: 1000,
      rounds: 5,
      ours: { name: "loopbook", prepare: changedChapter },
      peers: [],
    },
  ],
};

async function firstPage(): Promise<Round> {
  await copyProject();
  await (await serve()).end(); // warms what can be warmed
  return async () => {
    const begin = performance.now();
    const { address, end } = await serve();
    await readPage(address);
    const duration = performance.now() - begin;
    await end();
    return duration;
  };
}

async function changedChapter(): Promise<Round> {
  await copyProject();
  const { address } = await serve();
  const chapter = await someChapter();
  const page = `${address}${chapter}/`;
  const text = `${COPY}/chapters/${chapter}/index.md`;
  let edits = 0;
  const edit = async () => {
    const mark = `Edited ${++edits} times`;
    const begin = performance.now();
    await Deno.writeTextFile(text, `\n${mark}\n`, { append: true });
    while (!(await readPage(page)).includes(mark)) await pause(10);
    return performance.now() - begin;
  };
  await edit();
  return edit;
}

async function copyProject(): Promise<void> {
  await Deno.remove(COPY, { recursive: true }).catch(() => {});
  await copyFolder(PROJECT, COPY);
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (name.startsWith(".") || MADE.includes(name)) continue;
    const copy = isDirectory ? copyFolder : Deno.copyFile;
    await copy(`${from}/${name}`, `${to}/${name}`);
  }
}

/** Starts the book; resolves when it tells its address. */
async function serve(): Promise<{ address: string; end(): Promise<void> }> {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["task", "start", "--port=8700"],
    cwd: COPY,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const output = process.stdout.pipeThrough(new TextDecoderStream())
    .getReader();
  const kill = () => process.kill("SIGTERM");
  globalThis.addEventListener("unload", kill);
  const end = async () => {
    globalThis.removeEventListener("unload", kill);
    kill();
    await output.cancel();
    await process.status;
  };
  let heard = "";
  for (;;) {
    const { value, done } = await output.read();
    if (done) throw new Error(`deno task start ended and said: ${heard}`);
    heard += value;
    const address = /is at (http\S+)/.exec(heard)?.[1];
    if (address !== undefined) return { address, end };
  }
}

/** The name of a folder that holds a chapter. */
async function someChapter(): Promise<string> {
  const folders = await Array.fromAsync(Deno.readDir(`${COPY}/chapters`));
  for (const { name } of folders) {
    const text = await Deno.stat(`${COPY}/chapters/${name}/index.md`)
      .catch(() => null);
    if (text !== null) return name;
  }
  throw new Error("The book has no chapters");
}

async function readPage(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return await response.text();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
