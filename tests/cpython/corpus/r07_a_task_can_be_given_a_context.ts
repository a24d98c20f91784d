// A task with a context of its own runs in that one itself, not in a copy.
import { ContextVar, copyContext, createTask } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(variable: ContextVar<unknown>) {
  log("child sees", variable.get());
  variable.set("child");
}

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  const context = copyContext();
  context.run(() => variable.set("given"));
  yield* createTask(child(variable), { context });
  log(variable.get(), context.run(() => variable.get()));
}
