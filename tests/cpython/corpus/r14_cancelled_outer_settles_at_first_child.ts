// A cancelled gather settles at the first child that ends cancelled.
import { CancelledError, gather, sleep } from "../../../mod.ts";
import { log } from "./words.ts";

function* child(name: string, delay: number) {
  try {
    yield* sleep(1000);
  } finally {
    yield* sleep(delay);
    log("left", name);
  }
}

export function* main() {
  const gathered = gather([child("slow", 50), child("quick", 10)]);
  yield* sleep(10);
  gathered.cancel();
  try {
    yield* gathered;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    log("settled");
  }
  yield* sleep(100);
}
