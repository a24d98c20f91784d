import { run } from "../../mod.ts";
import { inProcess } from "./in_process.ts";
import { inWorker } from "./in_worker.ts";

// #region main
interface Seen {
  pid: number;
  secret: string;
}

export function* main() {
  Object.assign(globalThis, { secret: "42" });
  const module = (name: string) => new URL(name, import.meta.url);

  const thread = yield* inWorker<Seen>(module("./apart_worker.ts"), null);
  tell("thread", thread);

  const process = yield* inProcess(module("./apart_process.ts"));
  tell("process", JSON.parse(process));
}

function tell(name: string, { pid, secret }: Seen) {
  const where = pid === Deno.pid ? "in my process" : "in another process";
  console.log(`${name}: ${where}, the secret is ${secret}`);
}
// #endregion

if (import.meta.main) await run(main);
