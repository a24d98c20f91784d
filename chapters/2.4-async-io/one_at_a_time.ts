import { run } from "../../mod.ts";
import { pipeline } from "./back_pressure.ts";

// #region main
export function* main() {
  yield* pipeline(1);
}
// #endregion

if (import.meta.main) await run(main);
