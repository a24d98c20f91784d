// What was not done in time runs on.
import {
  asCompleted,
  createTask,
  sleep,
  TimeoutError,
  wait,
} from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const tasks = [30, 40].map((delay) => createTask(sleep(delay)));
  for (const each of asCompleted(tasks, { timeout: 10 })) {
    try {
      yield* each;
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      log(error);
    }
  }
  yield* wait(tasks);
}
