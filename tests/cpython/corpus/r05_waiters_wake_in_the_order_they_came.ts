// Tasks that wait for one future wake up in the order they came.
import {
  createTask,
  type Future,
  gather,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* waiter(name: string, future: Future<unknown>) {
  log(name, "waits");
  log(name, "got", yield* future);
}

export function* main() {
  const future = getRunningLoop().createFuture<unknown>();
  const tasks = [..."abc"].map((name) => createTask(waiter(name, future)));
  yield* sleep(0);
  future.setResult(7);
  yield* gather(tasks);
}
