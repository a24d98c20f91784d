import { assertEquals } from "@std/assert";
import { main } from "./report.ts";
import { main as together } from "./report_together.ts";
import { timedLinesOf } from "../recording.ts";

Deno.test("on virtual time a report costs its waits, and its computing nothing", () => {
  assertEquals(timedLinesOf(main), ["600 the news the weather the games"]);
});

Deno.test("waiting for the pages together makes three waits one", () => {
  // decides 6.4.d
  assertEquals(timedLinesOf(together), ["200 the news the weather the games"]);
});

Deno.test("when it was recorded, py-spy saw the computing, and the waits as select", async () => {
  const path = new URL("./recorded/spy.txt", import.meta.url);
  const text = await Deno.readTextFile(path);
  const [busy, all] = text.split(/^\$ py-spy record .*\n/m).slice(1)
    .map((part) =>
      [...part.matchAll(/^(\w+) \(.*\) \d+$/gm)].map(([, name]) => name!)
    );
  assertEquals(busy, ["typeset"]);
  // decides 6.4.d
  assertEquals(new Set(all), new Set(["typeset", "select"]));
});
