// Results come in the order in which they are ready.
import { asCompleted, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string, delay: number) {
  yield* sleep(delay);
  return name;
}

export function* main() {
  const children = [child("a", 30), child("b", 10), child("c", 20)];
  for (const each of asCompleted(children)) {
    log(yield* each);
  }
}
