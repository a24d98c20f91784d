import { assert, assertEquals } from "@std/assert";
import { conformance } from "../../../src/testing/conformance/conformance.ts";
import { adapter, cancellable } from "./small_adapter.ts";

Deno.test("the small loop has fewer than a hundred lines", async () => {
  const file = new URL("small_loop.ts", import.meta.url);
  // The marks that cut it for the book are no part of it.
  const lines = (await Deno.readTextFile(file)).trimEnd().split("\n")
    .filter((line) => !/^\/\/ #(end)?region/.test(line));
  assert(lines.length < 100, `It has ${lines.length}`);
});

Deno.test("the small loop passes its part: callbacks, futures, coroutines", async () => {
  const report = await conformance(adapter).run();
  assertEquals(report.failed, 0, String(report));
  const passed = report.rules.filter(({ passed }) => passed > 0);
  assertEquals(passed.map(({ rule }) => rule), [1, 2, 3, 4, 5, 6, 8, 9, 12]);
});

Deno.test("with cancellation the small loop passes the rules of cancellation too", async () => {
  const report = await conformance(cancellable).run();
  assertEquals(report.failed, 0, String(report));
  for (const { rule, failed, notImplemented } of report.rules) {
    if (rule === 10 || rule === 11) {
      assertEquals([failed, notImplemented], [0, 0]);
    }
  }
});
