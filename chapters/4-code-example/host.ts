import { run } from "../../mod.ts";
import { main as hello } from "./main.ts";
import { PretendHost } from "./pretend_host.ts";

// #region host
export async function main() {
  const host = new PretendHost({ early: 1 });
  await host.during(() => run(hello, { clock: "real" }));
}
// #endregion

if (import.meta.main) await main();
