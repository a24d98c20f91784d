import { fromPromise, run } from "../../mod.ts";

// #region main
export function* main() {
  const module = new URL("./crash_process.ts", import.meta.url);
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--allow-read", // a worker's module is read when it starts
      "--v8-flags=--max-old-space-size=50", // little memory, soon full
      module.href,
    ],
  });
  const { success, stdout } = yield* fromPromise(child.output());
  console.log(`the process said: ${new TextDecoder().decode(stdout).trim()}`);
  console.log(`the process ended well: ${success}`);
  console.log("and its parent goes on");
}
// #endregion

if (import.meta.main) await run(main);
