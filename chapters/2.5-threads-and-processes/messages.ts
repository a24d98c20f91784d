import { type Coroutine, fromPromise, run } from "../../mod.ts";

// #region send
/** Sends something to the worker and waits for what comes back. */
function* send<T>(
  worker: Worker,
  message: T,
  transfer: Transferable[] = [],
): Coroutine<T> {
  const answer = new Promise<T>((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
  });
  worker.postMessage(message, transfer);
  return yield* fromPromise(answer);
}
// #endregion

// #region main
class Basket {
  count = 1;
}

export function* main() {
  const module = new URL("./messages_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module" });

  const basket = new Basket();
  const copy = yield* send(worker, basket);
  console.log(`an object: here ${basket.count}, there ${copy.count}`);
  console.log(`what came back is a ${copy.constructor.name}`);

  try {
    yield* send(worker, { count: () => 1 });
  } catch (error) {
    console.log(`a function: ${(error as Error).name}`);
  }

  const buffer = new ArrayBuffer(1024);
  const back = yield* send(worker, buffer, [buffer]);
  console.log(`a buffer: here ${buffer.byteLength}, there ${back.byteLength}`);

  const shared = new Int32Array(new SharedArrayBuffer(4));
  shared[0] = 1;
  const same = yield* send(worker, shared);
  console.log(`shared memory: here ${shared[0]}, there ${same[0]}`);

  worker.terminate();
}
// #endregion

if (import.meta.main) await run(main);
