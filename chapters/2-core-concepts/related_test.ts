import { assertEquals } from "@std/assert";
import { ARROWS, type Concept } from "./map.ts";
import { linesOf } from "../recording.ts";
import { main, reachable } from "./related.ts";

const concepts = [...new Set(ARROWS.flatMap(({ from, to }) => [from, to]))];

Deno.test("from every concept of the map the arrows lead to every other", () => {
  for (const concept of concepts) {
    // decides 2.a
    assertEquals(
      reachable(concept, ARROWS).toSorted(),
      concepts.filter((other) => other !== concept).toSorted(),
    );
  }
});

Deno.test("without futures nothing leads back from async I/O and from threads", () => {
  const futureless = ARROWS.filter(({ from, to }) =>
    from !== "future" && to !== "future"
  );
  const deadEnds = concepts.filter((concept) =>
    concept !== "future" && reachable(concept, futureless).length === 0
  );
  // decides 2.a
  assertEquals(deadEnds, ["async I/O", "thread"] satisfies Concept[]);
});

Deno.test("without any of its arrows to a future the map has a dead end", () => {
  for (const arrow of ARROWS.filter(({ from }) => from === "async I/O")) {
    const others = ARROWS.filter((other) => other !== arrow);
    assertEquals(reachable(arrow.from, others), []);
  }
});

Deno.test("the program tells where each concept leads, with futures and without", async () => {
  const lines = await linesOf(main);
  assertEquals(lines.slice(-3), [
    "  coroutine leads to all the others",
    "  async I/O leads to nothing",
    "  thread leads to nothing",
  ]);
  assertEquals(lines.filter((line) => line.endsWith("nothing")).length, 2);
});
