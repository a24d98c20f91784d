import { run } from "../../mod.ts";

// #region guarded
export function* guarded() {
  try {
    yield "waiting";
    console.log("went on");
  } catch (error) {
    console.log(`caught ${error}`);
    yield "cleaning up";
  } finally {
    console.log("finally");
  }
}
// #endregion

export function* main() {
  // #region throw
  const first = guarded();
  console.log(first.next());
  console.log(first.throw(new Error("Line is dead")));
  console.log(first.next());
  // #endregion

  console.log("---");

  // #region return
  const second = guarded();
  console.log(second.next());
  console.log(second.return());
  // #endregion

  console.log("---");

  // #region not-begun
  const third = guarded();
  console.log(third.return());
  // #endregion
}

if (import.meta.main) await run(main);
