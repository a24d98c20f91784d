// Gather gives its results by position, not by the order of completion.
import { gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string, delay: number) {
  yield* sleep(delay);
  log(name);
  return name;
}

export function* main() {
  log(yield* gather([child("a", 20), child("b", 10)]));
}
