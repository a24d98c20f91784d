import { gather, Queue, run } from "../../mod.ts";

// #region relay
function* runner(name: string, from: Queue<string>, to: Queue<string>) {
  const baton = yield* from.get();
  console.log(`${name} has the ${baton}`);
  yield* to.put(baton);
}

export function* main() {
  const [start, middle, end] = [1, 2, 3].map(() => new Queue<string>(1));
  yield* start!.put("baton");
  yield* gather([runner("Bo", middle!, end!), runner("Ada", start!, middle!)]);
  console.log(`the ${yield* end!.get()} is in`);
}
// #endregion

if (import.meta.main) await run(main);
