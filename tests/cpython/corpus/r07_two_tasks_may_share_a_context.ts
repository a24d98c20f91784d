// Two tasks in one context see what the other sets.
import {
  ContextVar,
  copyContext,
  createTask,
  gather,
  sleep,
} from "../../../mod.ts";
import { log } from "./words.ts";

function* child(variable: ContextVar<unknown>, name: string) {
  log(name, "sees", variable.get());
  variable.set(name);
  yield* sleep(0);
  log(name, "sees", variable.get());
}

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  const shared = copyContext();
  yield* gather([
    createTask(child(variable, "a"), { context: shared }),
    createTask(child(variable, "b"), { context: shared }),
  ]);
}
