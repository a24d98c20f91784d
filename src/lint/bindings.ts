/**
 * Which declaration a name in a file means.
 *
 * `deno lint` hands out a syntax tree and no more, so the rules look names up
 * themselves: from the place of use outwards, scope by scope, to the first
 * declaration of the name. Only what a rule can rely on is kept of it: where it
 * was imported from, or the one value it ever has.
 *
 * @module
 */

import {
  around,
  functionAround,
  is,
  isFunction,
  type Node,
  type Of,
  typeName,
} from "./tree.ts";

/** A name, declared. */
export interface Binding {
  /** The node that declares it. */
  readonly declaration: Node;
  /** For an import: the module, and the name there; `*` for all of it. */
  readonly imported?: { readonly module: string; readonly name: string };
  /** What the name stands for, when that never changes. */
  readonly value?: Node | undefined;
  /** The class it is declared to be of. */
  readonly type?: string | undefined;
}

/** The names of a file, by scope. */
export class Bindings {
  readonly #scopes = new Map<Node, Map<string, Binding>>();

  /** Notes what a node declares, if it declares anything. */
  note(node: Node): void {
    if (is(node, "ImportDeclaration")) {
      for (const specifier of node.specifiers) {
        this.#declare(rootOf(node), specifier.local.name, {
          declaration: specifier,
          imported: {
            module: node.source.value,
            name: importedName(specifier),
          },
        });
      }
    } else if (is(node, "VariableDeclaration")) {
      for (const declarator of node.declarations) {
        this.#noteVariable(node.kind, declarator);
      }
    } else if (is(node, "FunctionDeclaration", "ClassDeclaration")) {
      this.#noteName(scopeAround(node), node);
    } else if (is(node, "FunctionExpression", "ClassExpression")) {
      this.#noteName(node, node);
    } else if (is(node, "CatchClause")) {
      this.#notePattern(node, node.param);
    }
    if (isFunction(node)) {
      for (const parameter of node.params) this.#notePattern(node, parameter);
    }
  }

  /** The declaration that a name means at a place; `undefined` for a global. */
  find(name: string, place: Node): Binding | undefined {
    for (const scope of around(place)) {
      const binding = this.#scopes.get(scope)?.get(name);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  #noteVariable(
    kind: string,
    declarator: Of<"VariableDeclarator">,
  ): void {
    const scope = kind === "var"
      ? functionAround(declarator) ?? rootOf(declarator)
      : scopeAround(declarator);
    const { id, init } = declarator;
    const changes = kind === "var" || kind === "let";
    if (!is(id, "Identifier") || changes) return this.#notePattern(scope, id);
    this.#declare(scope, id.name, {
      declaration: declarator,
      value: init ?? undefined,
      type: typeName(id.typeAnnotation),
    });
  }

  #noteName(
    scope: Node,
    node: Node & { readonly id?: { readonly name: string } | null | undefined },
  ): void {
    if (node.id == null) return;
    this.#declare(scope, node.id.name, { declaration: node, value: node });
  }

  /** A parameter or a pattern: the names in it, with their types at most. */
  #notePattern(scope: Node, pattern: Node | null | undefined): void {
    if (is(pattern, "Identifier")) {
      this.#declare(scope, pattern.name, {
        declaration: pattern,
        type: typeName(pattern.typeAnnotation),
      });
    } else if (is(pattern, "AssignmentPattern")) {
      this.#notePattern(scope, pattern.left);
    } else if (is(pattern, "RestElement")) {
      this.#notePattern(scope, pattern.argument);
    } else if (is(pattern, "TSParameterProperty")) {
      this.#notePattern(scope, pattern.parameter);
    } else if (is(pattern, "Property")) {
      this.#notePattern(scope, pattern.value);
    } else if (is(pattern, "ArrayPattern")) {
      for (const each of pattern.elements) this.#notePattern(scope, each);
    } else if (is(pattern, "ObjectPattern")) {
      for (const each of pattern.properties) this.#notePattern(scope, each);
    }
  }

  #declare(scope: Node, name: string, binding: Binding): void {
    let names = this.#scopes.get(scope);
    if (names === undefined) this.#scopes.set(scope, names = new Map());
    names.set(name, binding);
  }
}

function importedName(specifier: {
  readonly type: string;
  readonly imported?: Node | undefined;
}): string {
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  if (is(specifier.imported, "Identifier")) return specifier.imported.name;
  if (is(specifier.imported, "Literal")) {
    return String(specifier.imported.value);
  }
  return "default";
}

const SCOPES: ReadonlySet<string> = new Set([
  "ArrowFunctionExpression",
  "BlockStatement",
  "CatchClause",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "FunctionDeclaration",
  "FunctionExpression",
  "Program",
  "StaticBlock",
  "SwitchStatement",
  "TSModuleBlock",
]);

function scopeAround(node: Node): Node {
  for (const each of around(node)) if (SCOPES.has(each.type)) return each;
  return node;
}

function rootOf(node: Node): Node {
  let root = node;
  for (const each of around(node)) root = each;
  return root;
}
