/**
 * Which generator functions of a file are coroutines, and which are what
 * generators were made for, iterators.
 *
 * Both are written with the same star. What tells them apart: a coroutine is
 * declared as one, handed to a task, or it waits with `yield*` for something that
 * can be waited for. Where `yield*` gets something from another file, nobody can
 * know, and the answer is "maybe".
 *
 * @module
 */

import { BODY_TAKERS, TAKERS } from "./names.ts";
import type { Calls } from "./calls.ts";
import type { SourceFile } from "./source_file.ts";
import {
  bare,
  functionAround,
  type FunctionNode,
  is,
  isFunction,
  isGeneratorFunction,
  items,
  nameOf,
  type Node,
  type Of,
  typeName,
} from "./tree.ts";

/** How certain it is that something waits. */
export type Certainty = "no" | "maybe" | "yes";

/** Answers for the generator functions of a file. */
export class Coroutines {
  readonly #file: SourceFile;
  readonly #calls: Calls;
  readonly #known = new Map<FunctionNode, Certainty>();
  #handedOver: ReadonlySet<Node> | null = null;
  #depth = 0;

  constructor(file: SourceFile, calls: Calls) {
    this.#file = file;
    this.#calls = calls;
  }

  /** Whether a function is a coroutine function. */
  has(fn: FunctionNode): Certainty {
    const known = this.#known.get(fn);
    if (known !== undefined) return known;
    this.#known.set(fn, "no"); // while it is being found out, for recursion
    this.#depth++;
    const certainty = this.#findOut(fn);
    this.#depth--;
    // Functions that call each other know all of it only at the outermost.
    if (certainty === "yes" || this.#depth === 0) {
      this.#known.set(fn, certainty);
    } else this.#known.delete(fn);
    return certainty;
  }

  /** Whether `yield*` of an expression waits. */
  isWait(argument: Node): Certainty {
    const node = bare(argument);
    if (is(node, "CallExpression")) return this.#isWaitForCall(node);
    if (is(node, "ArrayExpression", "Literal", "TemplateLiteral")) return "no";
    if (this.#calls.gives(node) !== undefined) return "yes";
    if (is(node, "NewExpression")) return "no";
    const binding = is(node, "Identifier")
      ? this.#file.bindingOf(node)
      : undefined;
    return ITERABLES.has(binding?.type ?? "") ? "no" : "maybe";
  }

  #isWaitForCall(call: Of<"CallExpression">): Certainty {
    const target = this.#calls.target(call);
    if (typeof target === "string") return "yes";
    if (target !== undefined) {
      if (typeName(target.returnType) === "Coroutine") return "yes";
      return target.generator ? this.has(target) : "maybe";
    }
    const callee = bare(call.callee);
    return is(callee, "MemberExpression") &&
        GIVE_ITERABLES.has(nameOf(callee.property) ?? "")
      ? "no"
      : "maybe";
  }

  #findOut(fn: FunctionNode): Certainty {
    if (!isGeneratorFunction(fn)) return "no";
    const type = typeName(fn.returnType) ?? "";
    if (type === "Coroutine" || this.#isHandedOver(fn)) return "yes";
    const waits = this.#file.all("YieldExpression")
      .filter((node) => node.delegate && functionAround(node) === fn)
      .map(({ argument }) => argument == null ? "no" : this.isWait(argument));
    if (waits.includes("yes")) return "yes";
    return waits.includes("maybe") && !ITERABLES.has(type) ? "maybe" : "no";
  }

  #isHandedOver(fn: FunctionNode): boolean {
    this.#handedOver ??= new Set(this.#functionsHandedOver());
    return this.#handedOver.has(fn);
  }

  /** `run(main)`, `createTask(work())`, `gather([work()])`, `timeout(9, body)`. */
  *#functionsHandedOver(): Generator<Node, void, void> {
    for (const call of this.#file.all("CallExpression")) {
      const name = this.#calls.libraryName(call) ?? "";
      for (const argument of call.arguments.flatMap(items)) {
        const given = this.#settled(argument);
        if (BODY_TAKERS.has(name) && isFunction(given)) yield given;
        if (!TAKERS.has(name) || !is(given, "CallExpression")) continue;
        const target = this.#calls.target(given);
        if (typeof target === "object") yield target;
      }
    }
  }

  /** An expression, or what the variable that it is stands for. */
  #settled(expression: Node): Node {
    const node = bare(expression);
    const value = is(node, "Identifier")
      ? this.#file.bindingOf(node)?.value
      : undefined;
    return value === undefined ? node : bare(value);
  }
}

/** Types of what is iterated and not waited for. */
const ITERABLES: ReadonlySet<string> = new Set([
  ...["Array", "Generator", "Iterable", "IterableIterator", "Iterator"],
  ...["IteratorObject", "Map", "ReadonlyArray", "ReadonlyMap", "ReadonlySet"],
  ...["Set"],
]);

/** Methods of collections and strings. */
const GIVE_ITERABLES: ReadonlySet<string> = new Set([
  ...["entries", "filter", "flatMap", "keys", "map", "matchAll", "slice"],
  ...["split", "toReversed", "toSorted", "values"],
]);
