// A group that has been left refuses new tasks.
import { sleep, type TaskGroup, taskGroup } from "../../../mod.ts";
import { log } from "./words.ts";

function* child() {
  yield* sleep(0);
}

export function* main() {
  let group!: TaskGroup;
  yield* taskGroup(function* (entered) {
    group = entered;
    group.createTask(child());
  });
  try {
    group.createTask(child());
  } catch (error) {
    log(error);
  }
}
