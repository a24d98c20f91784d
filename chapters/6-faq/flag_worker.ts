import { type Coroutine, run } from "../../mod.ts";

// #region raise
export type Flag = Int32Array<SharedArrayBuffer>;

export function* raise(flag: Flag): Coroutine<void> {
  Atomics.store(flag, 0, 1);
}

/** In a worker: a thread of its own, with an event loop of its own. */
self.addEventListener("message", ({ data }: MessageEvent<Flag>) => {
  run(raise(data));
});
// #endregion

if ("WorkerGlobalScope" in self) self.postMessage("I have begun");
