// A coroutine that is awaited directly changes its caller's context.
import { ContextVar, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

const variable = new ContextVar<unknown>("variable", {
  defaultValue: "default",
});

function* inner() {
  yield* sleep(0);
  variable.set("inner");
}

export function* main() {
  yield* inner();
  log(variable.get());
}
