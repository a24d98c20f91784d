/**
 * A coroutine is one run of a body; it is spent after the first wait.
 *
 * @module
 */

import { comesAgain, leadsTo } from "./flow.ts";
import { TAKERS } from "./names.ts";
import { type Rule, rule } from "./rule.ts";
import type { LintedFile } from "./linted_file.ts";
import { bare, functionAround, is, type Node, type Of } from "./tree.ts";

/**
 * Finds a second `yield*` or `createTask` of a coroutine in a variable, where the
 * first is on the way to it; and one that a loop comes by again and again.
 */
export const noReusedCoroutines: Rule = rule(function* (file) {
  for (const declarator of file.all("VariableDeclarator")) {
    const { id, init } = declarator;
    if (!is(id, "Identifier") || init == null) continue;
    if (file.bindingOf(id)?.value !== init || !isSpent(file, init)) continue;
    const uses = usesOf(file, id, declarator);
    for (const [index, node] of uses.entries()) {
      const isSecond = uses.slice(0, index).some((use) => leadsTo(use, node));
      if (!isSecond && !comesAgain(node, declarator)) continue;
      yield {
        node,
        message: isSecond
          ? `The coroutine "${id.name}" was used before and is spent`
          : `The coroutine "${id.name}" is spent after the first round of the loop`,
        hint:
          "Call its function again for a second run; a task, from createTask, can be waited for as often as you like",
      };
    }
  }
});

/** Whether a value is a coroutine that can be awaited only once. */
function isSpent(file: LintedFile, value: Node): boolean {
  const call = bare(value);
  if (!is(call, "CallExpression")) return false;
  if (file.calls.gives(call) !== "coroutine") return false;
  const [delay, ...more] = call.arguments;
  const isBareYield = file.calls.libraryName(call) === "sleep" &&
    more.length === 0 && is(delay, "Literal") && delay.value === 0;
  return !isBareYield;
}

/** Where a coroutine is run, in the function that has the variable. */
function usesOf(
  file: LintedFile,
  variable: Of<"Identifier">,
  declarator: Node,
): Node[] {
  const uses: Node[] = [];
  for (const name of file.all("Identifier")) {
    if (name.name !== variable.name || name === variable) continue;
    if (file.bindingOf(name)?.declaration !== declarator) continue;
    if (functionAround(name) !== functionAround(declarator)) continue;
    const use = useOf(file, name);
    // gather([one, one]) counts it once.
    if (use !== undefined && !uses.includes(use)) uses.push(use);
  }
  return uses;
}

/** The `yield*` or the call that runs what a name stands for. */
function useOf(file: LintedFile, name: Node): Node | undefined {
  let value = name;
  while (value.parent != null && bare(value.parent) === name) {
    value = value.parent;
  }
  let { parent } = value;
  if (is(parent, "YieldExpression")) {
    return parent.delegate ? parent : undefined;
  }
  if (is(parent, "ArrayExpression")) ({ parent } = parent);
  return is(parent, "CallExpression") && parent.callee !== value &&
      TAKERS.has(file.calls.libraryName(parent) ?? "")
    ? parent
    : undefined;
}
