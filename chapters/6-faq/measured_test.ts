import { assertEquals, assertThrows } from "@std/assert";
import { main as apis } from "./measured_apis.ts";
import { main as loops } from "./measured_loops.ts";
import { main as tries } from "./measured_tries.ts";
import { type Report, rows } from "./measured.ts";
import { linesOf } from "../recording.ts";

const report: Report = {
  date: "2026-01-31",
  machine: { cpu: "A processor", cores: 2, deno: "2.9.6", python: null },
  benches: [{
    cases: [{
      name: "a race",
      ours: { name: "hare", samples: [1, 10, 1] },
      peers: [
        { name: "tortoise", samples: [3, 20, 4] },
        { name: "snail", samples: [50, 500, 20] },
        { name: "stone", samples: [] },
      ],
    }],
  }],
};

Deno.test("a row has the median of the ratios, round by round, to the first", () => {
  assertEquals(
    rows(report, "a race", ["hare", "tortoise", "snail"])
      .map((row) => row.trim().split(/\s{2,}/)),
    [["hare", "1 ×"], ["tortoise", "3.0 ×"], ["snail", "50 ×"]],
  );
  assertEquals(
    rows(report, "a race", ["tortoise", "hare"])[1]!.trim().split(/\s{2,}/),
    ["hare", "0.3 ×"],
  );
});

Deno.test("who was absent has no row", () => {
  assertEquals(rows(report, "a race", ["hare", "stone"]).length, 1);
});

Deno.test("a case that was not measured is named", () => {
  assertThrows(
    () => rows(report, "a swim", ["hare"]),
    RangeError,
    'No case "a swim" in the results; run deno task bench faq --json',
  );
});

Deno.test("the committed results have every contestant that the chapter shows", async () => {
  const rowsOf = async (lines: Promise<string[]>) =>
    (await lines).filter((line) => line.includes("×")).length;
  assertEquals(await rowsOf(linesOf(loops)), 6);
  assertEquals(await rowsOf(linesOf(apis)), 4);
  assertEquals(await rowsOf(linesOf(tries)), 7);
});
