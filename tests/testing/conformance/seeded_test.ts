/**
 * The bugs that were seeded into copies of this library for the corpus and the
 * fuzzer: the suite finds them too, and says which rule is broken.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import type {
  Adapter,
  ConformanceReport,
} from "../../../src/testing/conformance/conformance.ts";
import { copyOf, loadMutated } from "../../cpython/mutated.ts";
import { type Mutant, MUTANTS } from "../../cpython/mutants.ts";

/** The copies of this test, beside those of the corpus. */
const COPIES = "conformance-mutants";

/** The loop of a copy may never come to its end. */
const MOST_PASSES = 5_000;

for (const mutant of MUTANTS) {
  Deno.test(`the suite finds out that ${mutant.name} (rule ${mutant.rule})`, async () => {
    const report = await judge(mutant);
    assertEquals(report.broken, [mutant.rule], String(report));
  });
}

/** Judges a copy, watched: some bugs are in what a loop does while it is. */
async function judge(mutant: Mutant): Promise<ConformanceReport> {
  const { EventLoop } = await loadMutated(mutant, COPIES);
  const module = new URL(
    "src/testing/conformance/conformance.ts",
    copyOf(mutant, COPIES),
  );
  const copy: typeof import("../../../src/testing/conformance/conformance.ts") =
    await import(module.href);
  const watched: Adapter = {
    ...copy.loopbook,
    makeLoop: () =>
      new EventLoop({
        clock: "virtual",
        trace: {
          record({ pass }) {
            if (pass > MOST_PASSES) throw new Error("Too many passes");
          },
        },
      }),
  };
  return await copy.conformance(watched).run();
}
