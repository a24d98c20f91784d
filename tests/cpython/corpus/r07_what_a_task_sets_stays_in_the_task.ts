// A task's changes to a variable are seen by nobody else.
import { ContextVar, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(variable: ContextVar<unknown>, value: string) {
  variable.set(value);
  yield* sleep(0);
  log(value, "sees", variable.get());
}

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  yield* gather([child(variable, "a"), child(variable, "b")]);
  log("main sees", variable.get());
}
