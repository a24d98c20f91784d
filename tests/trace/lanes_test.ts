import { assertEquals, assertLessOrEqual } from "@std/assert";
import fc from "npm:fast-check@4.10.2";
import { chooseLanes } from "../../src/trace/lanes.ts";
import { readTurns } from "../../src/trace/turn_reader.ts";
import { randomTrace } from "./random_program.ts";
import { crowdScript, Script } from "./script.ts";

/** The lanes of a script: a name, or how many share it. */
function lanes(script: Script, limit: number): (string | number)[] {
  return chooseLanes(readTurns(script.events).actors, limit)
    .map(({ members }) =>
      members.length === 1 ? members[0]?.name ?? "" : members.length
    );
}

Deno.test("chooseLanes() gives everybody a lane while there are enough", () => {
  assertEquals(lanes(crowdScript(3), 4), [
    "main",
    "Task-2",
    "Task-3",
    "Task-4",
  ]);
});

Deno.test("chooseLanes() lets those who lived alike share one", () => {
  assertEquals(lanes(crowdScript(1000), 4), ["main", "Task-2", "Task-3", 998]);
});

Deno.test("chooseLanes() keeps a lane for each who lived otherwise", () => {
  const script = crowdScript(1000).created(5000, "rare").at(100, 6)
    .started(5000).failed(5000, "Error");
  assertEquals(lanes(script, 5), ["main", "Task-2", "Task-3", 998, "rare"]);
});

Deno.test("chooseLanes() puts the rest into one lane when nobody is like anybody", () => {
  const script = new Script().created(1).created(2).created(3).created(4);
  script.at(0, 1).started(1).finished(1).started(2).failed(2, "Error")
    .started(3).sleeps(3, 1).started(4).waits(4);
  assertEquals(lanes(script, 3), ["Task-1", "Task-2", 2]);
});

Deno.test("chooseLanes() makes no crowd of one", () => {
  assertEquals(lanes(crowdScript(3), 3), ["main", "Task-2", 2]);
  assertEquals(lanes(crowdScript(4), 4), ["main", "Task-2", "Task-3", 2]);
});

Deno.test("chooseLanes() keeps to its limit, and forgets nobody", () => {
  fc.assert(fc.property(
    randomTrace,
    fc.integer({ min: 2, max: 8 }),
    (events, limit) => {
      const { actors } = readTurns(events);
      const lanes = chooseLanes(actors, limit);
      assertLessOrEqual(lanes.length, limit);
      assertEquals(
        new Set(lanes.flatMap(({ members }) => members)),
        new Set(actors),
      );
      assertEquals(
        lanes.reduce((sum, { members }) => sum + members.length, 0),
        actors.length,
      );
    },
  ));
});
