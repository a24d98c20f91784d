import { run, sleep } from "../../mod.ts";

export function* main() {
  yield* sleep(1000);
  console.log("Hello, world!");
}

if (import.meta.main) await run(main());
