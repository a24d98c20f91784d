/**
 * `yield` hands an awaitable out as it is; `yield*` waits for it.
 *
 * @module
 */

import { type Rule, rule } from "./rule.ts";
import type { LintedFile } from "./linted_file.ts";
import { functionAround, is, type Of } from "./tree.ts";

/** Finds a `yield` in a coroutine, of something that can be awaited. */
export const yieldStar: Rule = rule(function* (file) {
  for (const node of file.all("YieldExpression")) {
    const { delegate, argument } = node;
    if (delegate || argument == null || !isInCoroutine(file, node)) continue;
    const given = file.calls.gives(argument);
    if (given === undefined) continue;
    if (given === "promise") {
      yield {
        node,
        message: "yield does not wait for a promise",
        hint: "Wait for it with yield* fromPromise(promise)",
      };
    } else {
      yield {
        node,
        message: `yield does not wait for a ${given}`,
        hint: "Write yield* instead",
        insert: { at: node.range[0] + "yield".length, text: "*" },
      };
    }
  }
});

/**
 * Whether a `yield` stands in a coroutine: by what is known of the function, or
 * because the program does something with what the `yield` gives it. An iterator
 * of coroutines, which yields them on purpose, does not.
 */
function isInCoroutine(
  file: LintedFile,
  node: Of<"YieldExpression">,
): boolean {
  const fn = functionAround(node);
  if (fn === undefined || fn.async) return false;
  return file.coroutines.has(fn) !== "no" ||
    !is(node.parent, "ExpressionStatement");
}
