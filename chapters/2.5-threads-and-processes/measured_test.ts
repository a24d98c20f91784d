import { assert, assertEquals } from "@std/assert";
import { main, shown } from "./measured.ts";
import { linesOf } from "../recording.ts";

Deno.test("the table names every contestant, the machine and the day", async () => {
  const text = (await linesOf(main)).join("\n");
  const path = `${import.meta.dirname}/../../benches/results/threads.json`;
  const { date, machine, benches } = JSON.parse(await Deno.readTextFile(path));
  for (const { name, ours, peers } of benches[0].cases) {
    for (const { name: row } of [{ name }, ours, ...peers]) {
      assert(text.includes(`${row}`), `${row} is missing`);
    }
    for (const { ratio } of peers) {
      assert(text.includes(` ${shown(ratio.median)} ×`), `${ratio.median}`);
    }
  }
  assert(text.includes(`${date}: ${machine.cpu}, ${machine.cores} cores`));
});

Deno.test("a ratio is shown with the digits that mean something", () => {
  assertEquals(
    [0.543, 1, 9.96, 12.4, 87.9, 149, 6891, 98_880].map(shown),
    ["0.5", "1.0", "10", "12", "88", "150", "6,900", "99,000"],
  );
});
