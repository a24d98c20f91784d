// What is done in one pass comes in the order in which it was done.
import { asCompleted, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string) {
  yield* sleep(0);
  return name;
}

export function* main() {
  for (const each of asCompleted([child("a"), child("b")])) {
    log(yield* each);
  }
}
