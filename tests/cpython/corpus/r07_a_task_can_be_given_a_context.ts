// A task with a context of its own runs in that one itself, not in a copy.
import { ContextVar, copyContext, createTask } from "../../../mod.ts";
import { log } from "./words.ts";

const variable = new ContextVar<unknown>("variable", {
  defaultValue: "default",
});

function* child() {
  log("child sees", variable.get());
  variable.set("child");
}

export function* main() {
  const context = copyContext();
  context.run(() => variable.set("given"));
  yield* createTask(child(), { context });
  log(variable.get(), context.run(() => variable.get()));
}
