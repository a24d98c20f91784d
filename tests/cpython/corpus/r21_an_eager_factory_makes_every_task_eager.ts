// With an eager task factory every new task starts at once.
import {
  createTask,
  eagerTaskFactory,
  gather,
  getRunningLoop,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  log(name);
  yield* sleep(0);
  return name;
}

export function* main() {
  getRunningLoop().setTaskFactory(eagerTaskFactory);
  const task = createTask(child("a"));
  log("made");
  log(yield* gather([task, child("b")]));
}
