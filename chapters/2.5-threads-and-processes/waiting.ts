import { createTask, Queue, run, sleep } from "../../mod.ts";

// #region main
export function* main() {
  const heard = new Queue<string>();
  const module = new URL("./waiting_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module" });
  worker.onmessage = ({ data }) => heard.putNowait(data);

  const bell = new Int32Array(new SharedArrayBuffer(4));
  worker.postMessage(bell);
  console.log(`worker: ${yield* heard.get()}`);

  const counting = createTask(function* () {
    for (let i = 1; i <= 3; i++) {
      console.log(`main: ${i}`);
      yield* sleep(0);
    }
  }());
  yield* counting;

  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
  console.log(`worker: ${yield* heard.get()}`);
  worker.terminate();
}
// #endregion

if (import.meta.main) await run(main);
