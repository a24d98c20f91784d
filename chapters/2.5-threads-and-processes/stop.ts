import { fromPromise, run, sleep } from "../../mod.ts";
import { begun } from "./begun.ts";

// #region thread
function* stopThread() {
  const count = new Int32Array(new SharedArrayBuffer(4));
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const module = new URL("./hog_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module" });
  worker.postMessage([count, stop]);
  yield* fromPromise(begun(worker));
  console.log(`thread: it counts: ${yield* counts(count)}`);

  worker.terminate();
  console.log(`thread: terminated, and it counts: ${yield* counts(count)}`);

  Atomics.store(stop, 0, 1);
  while (yield* moves(count));
  console.log("thread: asked to stop, and it has stopped");
}

/** Looks for a second: on a busy machine a thread may have to wait. */
function* counts(count: Int32Array) {
  for (let i = 0; i < 20; i++) if (yield* moves(count)) return true;
  return false;
}

function* moves(count: Int32Array) {
  const before = Atomics.load(count, 0);
  yield* sleep(50);
  return Atomics.load(count, 0) !== before;
}
// #endregion

// #region process
function* stopProcess() {
  const module = new URL("./hog_process.ts", import.meta.url);
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", module.href],
    stdout: "piped",
  }).spawn();
  const output = child.stdout.getReader();
  yield* fromPromise(output.read()); // it says that it has begun
  yield* fromPromise(output.cancel());

  child.kill("SIGKILL");
  const { signal } = yield* fromPromise(child.status);
  console.log(`process: ended by ${signal}`);
}
// #endregion

// #region main
function* program() {
  yield* stopThread();
  yield* stopProcess();
}

export async function main() {
  await run(program, { clock: "real" });
}
// #endregion

if (import.meta.main) await main();
