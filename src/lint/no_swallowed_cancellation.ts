/**
 * A `catch` around a wait catches the cancellation, too.
 *
 * @module
 */

import { type Rule, rule } from "./rule.ts";
import type { LintedFile } from "./linted_file.ts";
import {
  around,
  bare,
  functionAround,
  is,
  isFunction,
  type Node,
  type Of,
} from "./tree.ts";

/**
 * Finds a `catch` that ends the way of a `CancelledError`: there is a `yield*` in
 * its `try`, and it neither throws nor asks whether it was a cancellation.
 */
export const noSwallowedCancellation: Rule = rule(function* (file) {
  const found = new Set<Node>();
  for (const wait of file.all("YieldExpression")) {
    const handler = swallowingHandler(file, wait);
    if (handler !== undefined) found.add(handler);
  }
  for (const handler of file.all("CatchClause")) {
    if (!found.has(handler)) continue;
    const name = is(handler.param, "Identifier") ? handler.param.name : "error";
    yield {
      node: handler,
      message: "This catch swallows the cancellation of its task",
      hint:
        `Begin it with: if (isCancelled(${name})) throw ${name}; cleaning up belongs in finally`,
    };
  }
});

/** The `catch` at which a cancellation of a wait ends, if it is swallowed there. */
function swallowingHandler(
  file: LintedFile,
  wait: Of<"YieldExpression">,
): Of<"CatchClause"> | undefined {
  const { delegate, argument } = wait;
  if (
    !delegate || argument == null || file.coroutines.isWait(argument) === "no"
  ) {
    return undefined;
  }
  const fn = functionAround(wait);
  if (fn === undefined || file.coroutines.has(fn) === "no") return undefined;
  let inner: Node = wait;
  for (const node of around(wait)) {
    if (isFunction(node)) return undefined;
    if (is(node, "TryStatement") && inner === node.block) {
      const { handler } = node;
      if (is(handler, "CatchClause") && !throws(file, handler)) {
        return asks(file, handler) ? undefined : handler;
      }
    }
    inner = node;
  }
  return undefined;
}

/** Whether something in a handler throws, or calls what may throw the error on. */
function throws(file: LintedFile, handler: Of<"CatchClause">): boolean {
  if (file.all("ThrowStatement").some((node) => isIn(node, handler))) {
    return true;
  }
  const { param } = handler;
  if (!is(param, "Identifier")) return false;
  const mentions = file.all("Identifier").filter((node) =>
    node.name === param.name && isIn(node, handler)
  );
  return file.all("CallExpression").some((call) => {
    const callee = bare(call.callee);
    if (!is(callee, "Identifier") || !isIn(call, handler)) return false;
    if (/^(assert|expect)/.test(callee.name)) {
      return mentions.some((node) => isWithin(node, call));
    }
    return mentions.some((node) => call.arguments.includes(node)) &&
      mayThrow(file, call, callee);
  });
}

function mayThrow(
  file: LintedFile,
  call: Of<"CallExpression">,
  callee: Of<"Identifier">,
): boolean {
  if (file.bindingOf(callee) === undefined) return false; // String(error)
  const target = file.calls.target(call);
  return typeof target !== "object" ||
    file.all("ThrowStatement").some((node) => functionAround(node) === target);
}

function asks(file: LintedFile, handler: Of<"CatchClause">): boolean {
  return file.all("Identifier").some((node) =>
    (node.name === "isCancelled" || node.name === "CancelledError") &&
    isWithin(node, handler)
  ) || file.all("Literal").some((node) =>
    node.value === "CancelledError" && isIn(node, handler)
  );
}

/** Whether a node stands in a handler, and not in a function inside of it. */
function isIn(node: Node, handler: Node): boolean {
  for (const each of around(node)) {
    if (each === handler) return true;
    if (isFunction(each)) return false;
  }
  return false;
}

function isWithin(node: Node, outer: Node): boolean {
  for (const each of around(node)) if (each === outer) return true;
  return false;
}
