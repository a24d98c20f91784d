import { fromPromise, gather, run, TimeoutError, waitFor } from "../../mod.ts";
import { SilentPipe } from "./silent_pipe.ts";

// #region in-time
/** Whether the host keeps a promise within a quarter of a second. */
function* inTime(promise: Promise<unknown>) {
  try {
    yield* waitFor(fromPromise(promise), 250);
    return true;
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    return false;
  }
}
// #endregion

// #region main
function* program() {
  using pipe = new SilentPipe();
  let file = Deno.readTextFile(import.meta.filename!);
  while (yield* inTime(file)) {
    pipe.openForReading();
    file = Deno.readTextFile(import.meta.filename!);
  }
  console.log(`${pipe.waiting} opens wait, and a file can't be read`);

  const numbered = connectTo("127.0.0.1");
  console.log(`127.0.0.1 is reached: ${yield* inTime(numbered)}`);
  const named = connectTo("localhost");
  console.log(`localhost is reached: ${yield* inTime(named)}`);

  yield* fromPromise(pipe.speak());
  yield* gather([file, named]);
  console.log("the pipe was opened: file and localhost, too");
}

export async function main() {
  await run(program, { clock: "real" });
}
// #endregion

async function connectTo(hostname: string): Promise<void> {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  using _here = await Deno.connect({ hostname, port });
  using _there = await listener.accept();
}

if (import.meta.main) await main();
