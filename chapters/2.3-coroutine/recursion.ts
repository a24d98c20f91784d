import { type Coroutine, run, sleep } from "../../mod.ts";

// #region folders
interface Folder {
  size: number;
  folders: Folder[];
}

const HOME: Folder = {
  size: 1,
  folders: [{ size: 20, folders: [] }, {
    size: 300,
    folders: [{ size: 4000, folders: [] }],
  }],
};
// #endregion

// #region untyped
// @ts-expect-error TS7023: its type depends on itself
function* untyped(folder: Folder) {
  yield* sleep(10);
  let sum = folder.size;
  for (const inner of folder.folders) sum += yield* untyped(inner);
  return sum;
}
// #endregion

// #region typed
function* total(folder: Folder): Coroutine<number> {
  yield* sleep(10);
  let sum = folder.size;
  for (const inner of folder.folders) sum += yield* total(inner);
  return sum;
}
// #endregion

export function* main() {
  console.log("untyped:", yield* untyped(HOME));
  console.log("typed:", yield* total(HOME));
}

if (import.meta.main) await run(main);
