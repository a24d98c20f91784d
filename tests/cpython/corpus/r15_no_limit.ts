// Without a limit waitFor waits for as long as it takes.
import { createTask, sleep, waitFor } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const task = createTask(sleep(10000, "at last"));
  log(yield* waitFor(task, null));
}
