// A coroutine that is awaited directly changes its caller's context.
import { ContextVar, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* inner(variable: ContextVar<unknown>) {
  yield* sleep(0);
  variable.set("inner");
}

export function* main() {
  const variable = new ContextVar<unknown>("variable", {
    defaultValue: "default",
  });
  yield* inner(variable);
  log(variable.get());
}
