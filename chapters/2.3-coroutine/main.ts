import { gather, run, sleep } from "../../mod.ts";

// #region program
function* count(name: string, last: number) {
  for (let i = 1; i <= last; i++) {
    console.log(`${name}: ${i}`);
    yield* sleep(20);
  }
  console.log(`${name}: done`);
}

export function* main() {
  yield* gather([count("a", 3), count("b", 3)]);
}
// #endregion

if (import.meta.main) await run(main);
