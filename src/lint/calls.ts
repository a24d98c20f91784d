/**
 * What a call gives: a coroutine, a future or a promise.
 *
 * It is read off this one file, without types. So there is an answer only where
 * the file itself decides: the name is imported from the library, or the
 * function, the class or the variable stands right there. Where it does not
 * decide, the answer is `undefined`, and the rules keep quiet.
 *
 * @module
 */

import { CLASSES, FUNCTIONS, type Gives, lookUp, METHODS } from "./names.ts";
import type { SourceFile } from "./source_file.ts";
import {
  around,
  bare,
  type FunctionNode,
  is,
  isFunction,
  isGeneratorFunction,
  nameOf,
  type Node,
  type Of,
  typeName,
} from "./tree.ts";

type ClassNode = Of<"ClassDeclaration" | "ClassExpression">;

/** Answers for the calls of a file. */
export class Calls {
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  /** What an expression gives: a call, or a variable that holds what one gave. */
  gives(expression: Node): Gives | undefined {
    const node = bare(expression);
    if (is(node, "CallExpression")) {
      const target = this.target(node);
      return typeof target === "object" ? givenBy(target) : target;
    }
    if (is(node, "NewExpression")) {
      return is(node.callee, "Identifier")
        ? this.#givenByClass(node.callee.name, node)
        : undefined;
    }
    if (!is(node, "Identifier")) return undefined;
    const { type, value } = this.#file.bindingOf(node) ?? {};
    if (type !== undefined) return this.#givenByClass(type, node);
    return value === undefined || value === node
      ? undefined
      : this.gives(value);
  }

  /**
   * Whom a call calls: a function of this file; of a function of the library or
   * the host only what it gives.
   */
  target(call: Of<"CallExpression">): FunctionNode | Gives | undefined {
    const callee = bare(call.callee);
    if (isFunction(callee)) return callee;
    if (is(callee, "Identifier")) return this.#function(callee);
    return is(callee, "MemberExpression") && !callee.computed
      ? this.#method(callee)
      : undefined;
  }

  /**
   * The name by which a call may reach the library: that of an import from
   * there, or that of a method, whatever its object is.
   */
  libraryName(call: Of<"CallExpression">): string | undefined {
    const callee = bare(call.callee);
    if (is(callee, "MemberExpression")) {
      return callee.computed ? undefined : nameOf(callee.property);
    }
    return is(callee, "Identifier") ? this.#importedName(callee) : undefined;
  }

  #importedName(name: Of<"Identifier">): string | undefined {
    const { imported } = this.#file.bindingOf(name) ?? {};
    return imported !== undefined && this.#file.isLibrary(imported.module)
      ? imported.name
      : undefined;
  }

  #function(name: Of<"Identifier">): FunctionNode | Gives | undefined {
    const binding = this.#file.bindingOf(name);
    if (binding === undefined) {
      return name.name === "fetch" ? "promise" : undefined;
    }
    if (binding.imported !== undefined) {
      return lookUp(FUNCTIONS, this.#importedName(name) ?? "");
    }
    return isFunction(binding.value) ? binding.value : undefined;
  }

  #method(
    { object, property }: Of<"MemberExpression">,
  ): FunctionNode | Gives | undefined {
    const name = nameOf(property) ?? "";
    const owner = bare(object);
    if (is(owner, "Identifier")) {
      const isHosts = this.#file.bindingOf(owner) === undefined;
      if (isHosts && owner.name === "Promise") return "promise";
      if (this.#importedName(owner) === "*") return lookUp(FUNCTIONS, name);
    }
    const ownersClass = this.#classOf(owner);
    if (typeof ownersClass !== "object") {
      return lookUp(lookUp(METHODS, ownersClass ?? "") ?? {}, name);
    }
    const method = memberOf(ownersClass, name);
    return is(method, "MethodDefinition") && isFunction(method.value)
      ? method.value
      : undefined;
  }

  /** The class of an object: one of this file, or one of the library by name. */
  #classOf(object: Node): ClassNode | string | undefined {
    const node = bare(object);
    if (is(node, "ThisExpression")) return classAround(node);
    if (is(node, "NewExpression")) {
      return is(node.callee, "Identifier")
        ? this.#classNamed(node.callee.name, node)
        : undefined;
    }
    if (is(node, "Identifier")) {
      const { type, value } = this.#file.bindingOf(node) ?? {};
      return this.#classOfPlace(type, value, node);
    }
    if (!is(node, "MemberExpression") || node.computed) return undefined;
    if (!is(node.object, "ThisExpression")) return undefined;
    const field = memberOf(classAround(node), nameOf(node.property) ?? "");
    return is(field, "PropertyDefinition")
      ? this.#classOfPlace(typeName(field.typeAnnotation), field.value, node)
      : undefined;
  }

  /** The class of what a variable or a field holds. */
  #classOfPlace(
    type: string | undefined,
    value: Node | null | undefined,
    node: Node,
  ): ClassNode | string | undefined {
    if (type !== undefined) return this.#classNamed(type, node);
    return is(value, "NewExpression") ? this.#classOf(value) : undefined;
  }

  #classNamed(name: string, place: Node): ClassNode | string | undefined {
    const { imported, value } = this.#file.bindingNamed(name, place) ?? {};
    if (imported !== undefined) {
      return this.#file.isLibrary(imported.module) ? imported.name : undefined;
    }
    return is(value, "ClassDeclaration", "ClassExpression") ? value : undefined;
  }

  #givenByClass(name: string, place: Node): Gives | undefined {
    const binding = this.#file.bindingNamed(name, place);
    if (binding === undefined) {
      return name.startsWith("Promise") ? lookUp(CLASSES, name) : undefined;
    }
    const named = this.#classNamed(name, place);
    return typeof named === "string" ? lookUp(CLASSES, named) : undefined;
  }
}

function givenBy(fn: FunctionNode): Gives | undefined {
  if (typeName(fn.returnType) === "Coroutine") return "coroutine";
  if (isGeneratorFunction(fn)) return "coroutine";
  return fn.async && !fn.generator ? "promise" : undefined;
}

/** The class whose instance `this` is at a place. */
function classAround(place: Node): ClassNode | undefined {
  let inMember = false;
  for (const node of around(place)) {
    if (is(node, "MethodDefinition", "PropertyDefinition")) {
      if (node.static) return undefined;
      inMember = true;
    } else if (is(node, "ClassDeclaration", "ClassExpression")) {
      return inMember ? node : undefined;
    } else if (is(node, "FunctionDeclaration", "FunctionExpression")) {
      if (!is(node.parent, "MethodDefinition")) return undefined;
    }
  }
  return undefined;
}

function memberOf(
  owner: ClassNode | undefined,
  name: string,
): Node | undefined {
  return owner?.body.body.find((member) =>
    is(member, "MethodDefinition", "PropertyDefinition") && !member.static &&
    nameOf(member.key) === name
  );
}
