// What an eager start sets stays in the new task.
import { ContextVar, createTask, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(variable: ContextVar<unknown>) {
  variable.set("child");
  yield* sleep(0);
  log(variable.get());
}

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  const task = createTask(child(variable), { eagerStart: true });
  log(variable.get());
  yield* task;
}
