/**
 * A coroutine that is made and dropped never runs.
 *
 * @module
 */

import { type Finding, type Rule, rule } from "./rule.ts";
import type { LintedFile } from "./linted_file.ts";
import {
  bare,
  functionAround,
  is,
  isGeneratorFunction,
  nameOf,
  type Node,
  type Of,
} from "./tree.ts";

/**
 * Finds calls of coroutine functions whose coroutine nobody runs: as a statement
 * of its own, behind `await`, or as what a callback gives to somebody who drops
 * it.
 */
export const noFloatingCoroutines: Rule = rule(function* (file) {
  for (const { expression } of file.all("ExpressionStatement")) {
    for (const value of dropped(expression)) yield* floating(file, value);
  }
  for (const { argument } of file.all("AwaitExpression")) {
    yield* awaited(file, argument);
  }
  for (const call of file.all("CallExpression")) {
    const callee = bare(call.callee);
    const name = is(callee, "MemberExpression") ? callee.property : callee;
    if (!DROPPERS.has(nameOf(name) ?? "")) continue;
    for (const argument of call.arguments) yield* given(file, argument);
  }
});

/** Who calls a function and drops what it gives. */
const DROPPERS: ReadonlySet<string> = new Set([
  ...["addDoneCallback", "addEventListener", "callAt", "callLater", "callSoon"],
  ...["callSoonThreadsafe", "forEach", "queueMicrotask", "setInterval"],
  ...["setTimeout"],
]);

/** The parts of an expression whose values are dropped with its own. */
function* dropped(expression: Node): Generator<Node, void, void> {
  const node = bare(expression);
  if (is(node, "UnaryExpression")) {
    if (node.operator === "void") yield* dropped(node.argument);
  } else if (is(node, "LogicalExpression")) {
    yield* dropped(node.right);
  } else if (is(node, "ConditionalExpression")) {
    yield* dropped(node.consequent);
    yield* dropped(node.alternate);
  } else if (is(node, "SequenceExpression")) {
    for (const each of node.expressions) yield* dropped(each);
  } else yield node;
}

function* floating(file: LintedFile, value: Node): Generator<Finding> {
  if (!is(value, "CallExpression") || file.calls.gives(value) !== "coroutine") {
    return;
  }
  const name = callText(value);
  const inCoroutine = functionAround(value)?.generator === true;
  yield {
    node: value,
    message: `The coroutine of ${name} is dropped and never runs`,
    hint: inCoroutine
      ? `Wait for it with yield* ${name}, or let it run beside with createTask(${name})`
      : `Hand it to createTask(${name}), or wait for it with yield* in a coroutine`,
  };
}

function* awaited(file: LintedFile, argument: Node): Generator<Finding> {
  const value = bare(argument);
  if (!is(value, "CallExpression") || file.calls.gives(value) !== "coroutine") {
    return;
  }
  const name = callText(value);
  yield {
    node: value,
    message: `await does not run the coroutine of ${name}`,
    hint:
      `In a coroutine write yield* ${name}; native code starts a loop with run(${name}), or inside of one waits for toPromise(${name})`,
  };
}

/** A callback that gives a coroutine. */
function* given(file: LintedFile, callback: Node): Generator<Finding> {
  let node = bare(callback);
  if (is(node, "Identifier")) node = file.bindingOf(node)?.value ?? node;
  if (isGeneratorFunction(node)) {
    yield {
      node: callback,
      message: "A call of this coroutine function runs nothing",
      hint: "Give a function that makes a task: () => createTask(work())",
    };
  } else if (
    is(node, "ArrowFunctionExpression") && node.body != null &&
    node === callback
  ) yield* floating(file, bare(node.body));
}

/** How a call is written, without its arguments: `queue.put()`. */
function callText({ callee }: Of<"CallExpression">): string {
  const text = textOf(callee);
  return text === undefined ? "this function" : `${text}()`;
}

function textOf(expression: Node): string | undefined {
  const node = bare(expression);
  if (is(node, "ThisExpression")) return "this";
  if (!is(node, "MemberExpression")) return nameOf(node);
  const [object, name] = [textOf(node.object), nameOf(node.property)];
  return object === undefined || node.computed ? name : `${object}.${name}`;
}
