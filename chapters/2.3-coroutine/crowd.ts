import { allTasks, EventLoop, gather, sleep } from "../../mod.ts";

// #region crowd
const CROWD = 100_000;

function* member(number: number) {
  yield* sleep(1000);
  return number;
}

function* crowd() {
  const before = Deno.memoryUsage().heapUsed;
  const members = Array.from({ length: CROWD }, (_, i) => member(i));
  const all = gather(members);
  yield* sleep(500); // in the middle of everybody's wait
  const each = (Deno.memoryUsage().heapUsed - before) / CROWD;
  console.log(`${allTasks().length - 1} coroutines wait at once`);
  console.log(`under 1 KiB of memory each: ${each < 1024 ? "yes" : "no"}`);

  const numbers = yield* all;
  console.log(
    `${numbers.length} have come back, the last with ${numbers.at(-1)}`,
  );
}

export async function main() {
  // A loop that nobody watches: a trace of it would be longer than the book.
  const loop = new EventLoop({ clock: "virtual" });
  await loop.runUntilComplete(crowd());
  loop.close();
}
// #endregion

if (import.meta.main) await main();
