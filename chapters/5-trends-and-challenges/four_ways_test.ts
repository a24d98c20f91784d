import { assert, assertEquals } from "@std/assert";
import { main, observe, sizeOf, VERSIONS } from "./four_ways.ts";
import { linesOf } from "../recording.ts";

Deno.test("the four versions show the same page at the same time", async () => {
  for (const version of Object.values(VERSIONS)) {
    assertEquals(await observe(version, null), {
      what: "Ada: 2 orders, 3 things in the basket, a book about knots",
      ms: 110,
      open: [],
    });
  }
});

Deno.test("when one request fails, only the group leaves no other at work", async () => {
  const open: Record<string, readonly string[]> = {};
  for (const [name, version] of Object.entries(VERSIONS)) {
    const outcome = await observe(version, "basket");
    assertEquals(outcome.ms, 40);
    open[name] = outcome.open;
  }
  assertEquals(open, {
    callbacks: ["orders", "advice"],
    promises: ["orders", "advice"],
    coroutine: ["orders", "advice"],
    group: [],
  });
});

Deno.test("when the first request fails, no version asks for anything else", async () => {
  for (const version of Object.values(VERSIONS)) {
    assertEquals(await observe(version, "customer"), {
      what: "Error",
      ms: 20,
      open: [],
    });
  }
});

Deno.test("the version with callbacks is the longest and the deepest", async () => {
  const callbacks = await sizeOf("callbacks");
  for (const name of ["promises", "coroutine", "group"]) {
    const { lines, levels } = await sizeOf(name);
    // decides 5.b
    assert(lines * 2 < callbacks.lines);
    // decides 5.b
    assert(levels * 2 < callbacks.levels);
  }
});

Deno.test("the table has a row for each version", async () => {
  const [head, ...rows] = await linesOf(main);
  assertEquals(head?.trim().split(/\s{2,}/), [
    "lines",
    "levels",
    "page",
    "failure",
    "still at work",
  ]);
  assertEquals(
    rows.map((row) => row.split(" ")[0]),
    Object.keys(VERSIONS),
  );
});
