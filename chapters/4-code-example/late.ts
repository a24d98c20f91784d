import { gather, run } from "../../mod.ts";
import { main as hello } from "./main.ts";
import { PretendHost } from "./pretend_host.ts";

// #region late
function* compute(host: PretendHost) {
  host.work(1500); // a long computation: no yield*, so nobody else has a turn
  host.say("compute: done");
}

export async function main() {
  const host = new PretendHost();
  function* both() {
    yield* gather([hello(), compute(host)]);
    host.say("both are over");
  }
  await host.during(() => run(both, { clock: "real" }));
}
// #endregion

if (import.meta.main) await main();
