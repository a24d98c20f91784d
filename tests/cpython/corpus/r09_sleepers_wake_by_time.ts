// Sleepers wake up in the order of their moments, whoever began first.
import { gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* sleeper(name: string, delay: number) {
  yield* sleep(delay);
  log(name);
  return name;
}

export function* main() {
  const sleepers = [sleeper("c", 30), sleeper("a", 10), sleeper("b", 20)];
  log(yield* gather(sleepers));
}
