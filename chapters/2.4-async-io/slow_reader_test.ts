import { assert, assertEquals, assertMatch } from "@std/assert";
import { linesOf, linesOfPython } from "../recording.ts";
import { main } from "./slow_reader.ts";

Deno.test("a writer whose peer doesn't read waits, and goes on when it reads", async () => {
  const [first, ...others] = await linesOf(main);
  assertMatch(first!, /^nobody reads, and the writer waits after \d+ KiB$/);
  assertEquals(others, ["somebody reads, and the writer goes on"]);
});

Deno.test("Python's writer kept megabytes in memory without drain, and little with it", async () => {
  const [careless, careful] = await linesOfPython(import.meta, "slow_reader");
  assert(kibibytesIn(careless!) > 32_000, careless);
  assert(kibibytesIn(careful!) < 1000, careful);
});

function kibibytesIn(line: string): number {
  return Number(/(\d+) KiB/.exec(line)![1]);
}
