// Wait takes tasks and futures, no bare coroutines.
import { createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  log("runs afterwards");
}

export function* main() {
  const coroutine = child();
  const task = createTask(sleep(0));
  try {
    // @ts-expect-error: a coroutine, on purpose
    yield* wait([task, coroutine]);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    log(error);
  }
  yield* coroutine;
  yield* task;
}
