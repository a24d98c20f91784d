/**
 * A file as the rules see it: its nodes by type, its names, and whether it uses
 * the library at all. A file that doesn't is none of the plugin's business.
 *
 * @module
 */

import { type Binding, Bindings } from "./bindings.ts";
import { FUNCTIONS, lookUp, TAKERS } from "./names.ts";
import {
  bare,
  is,
  isGeneratorFunction,
  items,
  type Node,
  type Of,
  type Shapes,
} from "./tree.ts";

/** A file, taken in node by node and asked when it is complete. */
export class SourceFile {
  readonly #nodes = new Map<string, Node[]>();
  readonly #bindings = new Bindings();
  #library: ReadonlySet<string> | null = null;

  /** Takes in a node. */
  add(node: Node): void {
    const nodes = this.#nodes.get(node.type);
    if (nodes === undefined) this.#nodes.set(node.type, [node]);
    else nodes.push(node);
    this.#bindings.note(node);
  }

  /** All nodes of a type, in the order of the text. */
  all<T extends keyof Shapes>(type: T): readonly Of<T>[] {
    return (this.#nodes.get(type) ?? []) as unknown as readonly Of<T>[];
  }

  /** The declaration that an identifier means; `undefined` for a global. */
  bindingOf(name: Of<"Identifier">): Binding | undefined {
    return this.#bindings.find(name.name, name);
  }

  /** The declaration that a name means at a place. */
  bindingNamed(name: string, place: Node): Binding | undefined {
    return this.#bindings.find(name, place);
  }

  /** Whether the file uses the library. */
  get usesLibrary(): boolean {
    return this.#modules.size > 0;
  }

  /** Whether a module, as an import names it, is the library. */
  isLibrary(module: string): boolean {
    return this.#modules.has(module);
  }

  get #modules(): ReadonlySet<string> {
    return this.#library ??= new Set(this.#findLibrary());
  }

  /**
   * A module is the library if its name says so. A path or another address (a
   * copy of one's own, `../mod.ts`) must show it: something that is imported from
   * there is waited for with `yield*`, or runs a generator.
   */
  *#findLibrary(): Generator<string, void, void> {
    const others = new Set<string>();
    for (const { source: { value } } of this.all("ImportDeclaration")) {
      if (SAYS_SO.test(value)) yield value;
      else if (IS_ADDRESS.test(value)) others.add(value);
    }
    if (others.size === 0) return;
    for (const call of this.all("CallExpression")) {
      const callee = bare(call.callee);
      if (!is(callee, "Identifier")) continue;
      const { imported } = this.bindingOf(callee) ?? {};
      if (imported === undefined || !others.has(imported.module)) continue;
      const isAwaited = is(call.parent, "YieldExpression") &&
        call.parent.delegate && lookUp(FUNCTIONS, imported.name) !== undefined;
      const runsGenerator = TAKERS.has(imported.name) &&
        call.arguments.flatMap(items).some((each) => this.#isGenerator(each));
      if (isAwaited || runsGenerator) yield imported.module;
    }
  }

  /** Whether an expression is a generator function of the file, or its call. */
  #isGenerator(expression: Node): boolean {
    const node = bare(expression);
    const callee = is(node, "CallExpression") ? bare(node.callee) : node;
    return isGeneratorFunction(
      is(callee, "Identifier") ? this.bindingOf(callee)?.value : callee,
    );
  }
}

const SAYS_SO = /(^|[@/])loopbook([@/]|$)/;
const IS_ADDRESS = /^(\.{0,2}\/|[a-z]+:\/\/)/;
