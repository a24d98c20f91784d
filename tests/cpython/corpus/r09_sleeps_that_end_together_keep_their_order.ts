// Sleeps that end at one moment end in the order they began.
import { gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* sleeper(name: string, first: number, second: number) {
  yield* sleep(first);
  yield* sleep(second);
  log(name);
}

export function* main() {
  yield* gather([
    sleeper("a", 10, 20),
    sleeper("b", 20, 10),
    sleeper("c", 15, 15),
  ]);
}
