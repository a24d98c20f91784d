import { gather, run, sleep } from "../../mod.ts";

// #region greetings
function* greet(name: string, delay: number) {
  yield* sleep(delay);
  console.log(`Hello, ${name}!`);
}

export function* main() {
  yield* gather([greet("world", 50), greet("loop", 20)]);
}
// #endregion

if (import.meta.main) await run(main);
