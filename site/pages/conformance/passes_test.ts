// #region tests
import { conformance } from "@loopbook/loopbook/conformance";
import { adapter } from "./passes.ts";

for (const { name, run } of conformance(adapter).cases) {
  Deno.test(name, run);
}
// #endregion
