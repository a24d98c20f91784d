/**
 * Which way a program can go from one place of a function to another, as far as
 * that can be read off its statements. Conditions are not looked into: a branch
 * may be taken or not, and an error may come out of any wait.
 *
 * @module
 */

import { around, is, isFunction, type Node } from "./tree.ts";

/**
 * Whether the program can come from one place to a later one, without a loop
 * around both bringing it there.
 */
export function leadsTo(from: Node, to: Node): boolean {
  const aroundTo = new Set(around(to));
  const common = [...around(from)].find((node) => aroundTo.has(node))!;
  if (is(common, "IfStatement", "ConditionalExpression")) {
    const sides: (Node | null | undefined)[] = [
      common.consequent,
      common.alternate,
    ];
    return ![from, to].every((each) => sides.includes(partOf(common, each)));
  }
  // An error leads from the block of a `try` to its handler, whatever it does.
  return is(common, "TryStatement") || !leaves(from, common, JUMPS);
}

/** Whether a loop that does not contain a declaration comes by a place again. */
export function comesAgain(place: Node, declaration: Node): boolean {
  const aroundDeclaration = new Set(around(declaration));
  for (const node of around(place)) {
    if (aroundDeclaration.has(node) || isFunction(node)) return false;
    if (!is(node, ...LOOPS) || isOnceInHead(node, place)) continue;
    if (!leaves(place, node, BREAKS)) return true;
  }
  return false;
}

const LOOPS = [
  "DoWhileStatement",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "WhileStatement",
] as const;

const ENDS: ReadonlySet<string> = new Set([
  "ReturnStatement",
  "ThrowStatement",
]);
const BREAKS: ReadonlySet<string> = new Set(["BreakStatement"]);
const JUMPS: ReadonlySet<string> = new Set([
  "BreakStatement",
  "ContinueStatement",
]);

/** What a loop looks at once, before it begins. */
function isOnceInHead(loop: Node, place: Node): boolean {
  const part = partOf(loop, place);
  if (is(loop, "ForInStatement", "ForOfStatement")) return part === loop.right;
  return is(loop, "ForStatement") && part === loop.init;
}

/**
 * Whether the program goes elsewhere after a place, before it comes to the end of
 * a node around it: by a `return` or a `throw`, or by a jump out of that node.
 */
function leaves(
  from: Node,
  limit: Node,
  jumps: ReadonlySet<string>,
): boolean {
  let leaving = false;
  let inner = from;
  for (const node of around(from)) {
    leaving ||= ENDS.has(inner.type);
    if (node === limit) return leaving;
    for (const { type } of statementsAfter(inner, node)) {
      leaving ||= ENDS.has(type) ||
        jumps.has(type) && jumpsOut(type, node, limit);
      if (JUMPS.has(type)) break;
    }
    // An error may have come first, and then the handler decides.
    if (is(node, "TryStatement") && inner === node.block) {
      const { handler } = node;
      leaving &&= !is(handler, "CatchClause") ||
        endsAtLast(handler.body);
    }
    inner = node;
  }
  return leaving;
}

/** Whether a jump in a node leads out of one around it. */
function jumpsOut(jump: string, node: Node, limit: Node): boolean {
  for (const each of around(node)) {
    if (each === limit) return true;
    if (is(each, ...LOOPS)) return false;
    if (each.type === "SwitchStatement" && BREAKS.has(jump)) return false;
  }
  return true;
}

function endsAtLast(block: Node): boolean {
  return is(block, "BlockStatement") && ENDS.has(block.body.at(-1)?.type ?? "");
}

function statementsAfter(statement: Node, node: Node): readonly Node[] {
  const all = is(node, "BlockStatement")
    ? node.body
    : is(node, "SwitchCase")
    ? node.consequent
    : [];
  return all.slice(all.indexOf(statement) + 1);
}

/** The child of a node in which a place is. */
function partOf(node: Node, place: Node): Node {
  let inner = place;
  for (const each of around(place)) {
    if (each === node) return inner;
    inner = each;
  }
  return inner;
}
