// An eager task may start another eagerly.
import {
  type Coroutine,
  createTask,
  currentTask,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* child(depth: number): Coroutine<void> {
  log("enter", depth);
  if (depth > 0) {
    createTask(child(depth - 1), { eagerStart: true });
  }
  log("leave", depth, currentTask()!);
  yield* sleep(0);
}

export function* main() {
  createTask(child(2), { eagerStart: true });
  log("main");
  yield* sleep(0);
}
