// A task's changes to a variable are seen by nobody else.
import { ContextVar, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

const variable = new ContextVar<unknown>("variable", {
  defaultValue: "default",
});

function* child(value: string) {
  variable.set(value);
  yield* sleep(0);
  log(value, "sees", variable.get());
}

export function* main() {
  yield* gather([child("a"), child("b")]);
  log("main sees", variable.get());
}
