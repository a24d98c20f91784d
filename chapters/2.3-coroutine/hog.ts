import { gather, run, sleep } from "../../mod.ts";

// #region program
function* heartbeat() {
  for (let i = 1; i <= 3; i++) {
    console.log("  heartbeat");
    yield* sleep(0);
  }
}

function* hog(givesWay: boolean) {
  for (let part = 1; part <= 3; part++) {
    console.log(`  hog: part ${part}`);
    for (let i = 0; i < 100_000; i++); // computes, and never stops
    if (givesWay) yield* sleep(0);
  }
}

export function* main() {
  console.log("a hog");
  yield* gather([hog(false), heartbeat()]);
  console.log("one that gives way");
  yield* gather([hog(true), heartbeat()]);
}
// #endregion

if (import.meta.main) await run(main);
