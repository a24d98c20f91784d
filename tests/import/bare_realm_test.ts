/**
 * The library in a realm that has the language and nothing else: no `Deno`, no
 * `Worker`, no `fetch`, not even a timer.
 *
 * @module
 */

import * as loopbook from "../../mod.ts";
import { assertArrayIncludes, assertEquals } from "@std/assert";
import vm from "node:vm";
import { libraryScript } from "./library_bundle.ts";

/** A bare realm, and what was looked up in it that it does not have. */
function bareRealm(): { run: (script: string) => unknown; missed: string[] } {
  const missed: string[] = [];
  const realm = vm.createContext({});
  const run = (script: string) => vm.runInContext(script, realm);
  const has = new Set(
    run("Object.getOwnPropertyNames(globalThis)") as string[],
  );
  const host = Object.getOwnPropertyNames(globalThis).filter((name) =>
    !has.has(name)
  );
  for (const name of host) {
    Object.defineProperty(realm, name, {
      configurable: true,
      get() {
        missed.push(name);
        return undefined;
      },
    });
  }
  return { run, missed };
}

Deno.test("a bare realm notices who looks for the host", () => {
  const { run, missed } = bareRealm();
  run("typeof Deno; globalThis.Worker; typeof fetch; setTimeout?.length");
  assertArrayIncludes(missed, ["Deno", "Worker", "fetch", "setTimeout"]);
});

Deno.test("the library loads without looking for the host", async () => {
  const { run, missed } = bareRealm();
  run(await libraryScript());
  assertEquals(missed, []);
  const names = run("Object.keys(loopbook)") as string[];
  assertEquals([...names].sort(), Object.keys(loopbook).sort());
});

Deno.test("a program on virtual time needs no host at all", async () => {
  const { run, missed } = bareRealm();
  run(await libraryScript());
  const result = run(`{
    const { gather, getRunningLoop, runSync, sleep } = loopbook;
    const all = [sleep(3_600_000, "slow"), sleep(1, "quick")];
    JSON.stringify(runSync(function* () {
      return [yield* gather(all), getRunningLoop().time()];
    }));
  }`);
  assertEquals(JSON.parse(String(result)), [["slow", "quick"], 3_600_000]);
  assertEquals(missed, []);
});
