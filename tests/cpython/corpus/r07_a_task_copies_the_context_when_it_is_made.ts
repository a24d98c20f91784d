// A task sees the values of the moment it was made.
import { ContextVar, createTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(variable: ContextVar<unknown>) {
  log("child sees", variable.get());
}

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  variable.set("before");
  const task = createTask(child(variable));
  variable.set("after");
  yield* task;
  log("main sees", variable.get());
}
