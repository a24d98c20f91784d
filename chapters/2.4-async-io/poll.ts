import { fromPromise, run, type TraceEvent } from "../../mod.ts";

// #region host
/** Work of the host: it ends in a callback of the host's own. */
function askHost(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => {
      console.log("host: here is the answer");
      resolve("42");
      console.log("host: I have settled the promise");
    }, 10);
  });
}
// #endregion

// #region main
function* program() {
  const answer = yield* fromPromise(askHost());
  console.log(`main: the answer is ${answer}`);
}

function tell(event: TraceEvent) {
  if (event.kind === "pass") console.log(`loop: pass ${event.pass} begins`);
  if (event.kind === "suspended") console.log("loop: main waits");
  if (event.kind === "woken") console.log("loop: main is ready again");
}

export async function main() {
  await run(program, { trace: { record: tell } });
}
// #endregion

if (import.meta.main) await main();
