// Cancelling the outermost of a chain of tasks cancels the innermost first.
import { type Coroutine, createTask, sleep, wait } from "../../../mod.ts";
import { log } from "./words.ts";

function* link(depth: number): Coroutine<void> {
  try {
    if (depth === 0) {
      yield* sleep(1000);
    } else {
      yield* createTask(link(depth - 1), { name: `link ${depth - 1}` });
    }
  } finally {
    log("leaving", depth);
  }
}

export function* main() {
  const task = createTask(link(2), { name: "link 2" });
  yield* sleep(10);
  task.cancel();
  yield* wait([task]);
}
