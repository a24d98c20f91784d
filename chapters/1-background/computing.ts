import { gather, run, sleep } from "../../mod.ts";

// #region program
function* wait(name: string) {
  console.log(`  ${name} begins to wait`);
  yield* sleep(100);
  console.log(`  ${name} has waited`);
}

function* compute(name: string) {
  console.log(`  ${name} begins to compute`);
  let sum = 0;
  for (let i = 0; i < 1_000_000; i++) sum += i;
  console.log(`  ${name} has computed ${sum}`);
}

export function* main() {
  console.log("two that wait, concurrently");
  yield* gather([wait("Ada"), wait("Bo")]);
  console.log("two that compute, concurrently");
  yield* gather([compute("Ada"), compute("Bo")]);
}
// #endregion

if (import.meta.main) await run(main);
