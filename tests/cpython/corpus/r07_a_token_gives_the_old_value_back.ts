// A token undoes one set in its context.
import { ContextVar, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  const token = variable.set("one");
  yield* sleep(0);
  log(variable.get());
  variable.reset(token);
  log(variable.get());
  try {
    variable.reset(token);
  } catch (error) {
    log(error);
  }
}
