/** The small loop, judged after each of its parts. */

import {
  type Adapter,
  conformance,
  OPERATIONS,
} from "@loopbook/loopbook/conformance";
import {
  adapter,
  cancellable,
} from "../../../tests/testing/conformance/small_adapter.ts";

type Group = keyof typeof OPERATIONS;

/** The parts in the order to build them: the adapter of each, and its groups. */
const PARTS = [
  ["Loop", adapter, ["callbacks"]],
  ["Future", adapter, ["callbacks", "futures"]],
  ["Task, sleep", adapter, ["callbacks", "futures", "coroutines"]],
  [
    "cancel",
    cancellable,
    ["callbacks", "futures", "coroutines", "cancellation"],
  ],
] as const satisfies readonly [string, unknown, readonly Group[]][];

/** An adapter as if its loop had only these groups of operations. */
function only(whole: object, groups: readonly Group[]): Adapter {
  const others = Object.entries(OPERATIONS)
    .filter(([group]) => !groups.some((each) => each === group))
    .flatMap(([, operations]): readonly string[] => operations);
  const left = Object.entries(whole).filter(([name]) => !others.includes(name));
  return Object.fromEntries(left) as unknown as Adapter;
}

export async function main(): Promise<void> {
  for (const [name, loop, groups] of PARTS) {
    const report = await conformance(only(loop, groups)).run();
    const rules = report.rules.filter(({ passed }) => passed > 0);
    console.log(
      name.padEnd(11),
      `${report.passed} passed, ${report.failed} failed; rules`,
      rules.map(({ rule }) => rule).join(", "),
    );
  }
}

if (import.meta.main) await main();
