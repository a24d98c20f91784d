// What an eager start sets stays in the new task.
import { ContextVar, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

const variable = new ContextVar<unknown>("variable", {
  defaultValue: "default",
});

function* child() {
  variable.set("child");
  yield* sleep(0);
  log(variable.get());
}

export function* main() {
  const task = createTask(child(), { eagerStart: true });
  log(variable.get());
  yield* task;
}
