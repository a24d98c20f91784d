// A task sees the values of the moment it was made.
import { ContextVar, createTask } from "../../../mod.ts";
import { log } from "./words.ts";

const variable = new ContextVar<unknown>("variable", {
  defaultValue: "default",
});

function* child() {
  log("child sees", variable.get());
}

export function* main() {
  variable.set("before");
  const task = createTask(child());
  variable.set("after");
  yield* task;
  log("main sees", variable.get());
}
