import { type Coroutine, createTask, fromPromise, run } from "../../mod.ts";

// #region reading
const file = new URL("./main.ts", import.meta.url);

function* blocking() {
  return Deno.readTextFileSync(file);
}

function* asynchronous() {
  return yield* fromPromise(Deno.readTextFile(file));
}

function* somebodyElse() {
  console.log("  somebody else has a turn");
}

function* besides(read: () => Coroutine<string>) {
  console.log(`${read.name} read`);
  const other = createTask(somebodyElse());
  const text = yield* read();
  console.log(`  the file is here, ${text.length > 0 ? "whole" : "empty"}`);
  yield* other;
}

export async function main() {
  await run(besides(blocking));
  await run(besides(asynchronous));
}
// #endregion

if (import.meta.main) await main();
