// A gather may stand inside another.
import { gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string, delay: number) {
  yield* sleep(delay);
  return name;
}

export function* main() {
  const inner = gather([child("a", 10), child("b", 20)]);
  log(yield* gather([inner, child("c", 10)]));
}
