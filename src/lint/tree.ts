/**
 * The syntax tree that `deno lint` hands to its plugins, as far as the rules
 * look at it. The types are written down here because those of Deno itself
 * (`Deno.lint`) are not in every set of types that a project may choose.
 *
 * @module
 */

/** A node of the tree. */
export interface Node {
  /** What it is: `CallExpression`. */
  readonly type: string;
  /** Where it begins and ends in the text, in characters. */
  readonly range: readonly [number, number];
  /** The node around it; none for the program itself. */
  readonly parent?: Node | null;
}

type Maybe<T> = T | null | undefined;

interface FunctionShape {
  readonly id?: Maybe<Of<"Identifier">>;
  readonly async: boolean;
  readonly generator?: boolean;
  readonly params: readonly Node[];
  readonly returnType?: Maybe<Of<"TSTypeAnnotation">>;
  readonly body: Maybe<Node>;
}

interface ClassShape {
  readonly id?: Maybe<Of<"Identifier">>;
  readonly body: { readonly body: readonly Node[] };
}

interface MemberShape {
  readonly key: Node;
  readonly static: boolean;
  readonly value: Maybe<Node>;
  readonly typeAnnotation?: Maybe<Of<"TSTypeAnnotation">>;
}

interface LoopShape {
  readonly body: Node;
}

/** What the nodes of some types have beside their type and their place. */
export interface Shapes {
  ArrayExpression: { readonly elements: readonly Maybe<Node>[] };
  ArrayPattern: { readonly elements: readonly Maybe<Node>[] };
  ArrowFunctionExpression: FunctionShape;
  AssignmentPattern: { readonly left: Node };
  AwaitExpression: { readonly argument: Node };
  BlockStatement: { readonly body: readonly Node[] };
  CallExpression: {
    readonly callee: Node;
    readonly arguments: readonly Node[];
  };
  CatchClause: { readonly param: Maybe<Node>; readonly body: Node };
  ChainExpression: { readonly expression: Node };
  ClassDeclaration: ClassShape;
  ClassExpression: ClassShape;
  ConditionalExpression: {
    readonly consequent: Node;
    readonly alternate: Node;
  };
  DoWhileStatement: LoopShape;
  ExpressionStatement: { readonly expression: Node };
  ForInStatement: LoopShape & { readonly right: Node };
  ForOfStatement: LoopShape & { readonly right: Node };
  ForStatement: LoopShape & { readonly init: Maybe<Node> };
  FunctionDeclaration: FunctionShape;
  FunctionExpression: FunctionShape;
  Identifier: {
    readonly name: string;
    readonly typeAnnotation?: Maybe<Of<"TSTypeAnnotation">>;
  };
  IfStatement: { readonly consequent: Node; readonly alternate: Maybe<Node> };
  ImportDeclaration: {
    readonly source: { readonly value: string };
    readonly specifiers: readonly (Node & {
      readonly local: Of<"Identifier">;
      readonly imported?: Of<"Identifier"> | Of<"Literal">;
    })[];
  };
  Literal: { readonly value: unknown };
  LogicalExpression: { readonly left: Node; readonly right: Node };
  MemberExpression: {
    readonly object: Node;
    readonly property: Node;
    readonly computed: boolean;
  };
  MethodDefinition: MemberShape;
  NewExpression: { readonly callee: Node };
  ObjectPattern: { readonly properties: readonly Node[] };
  PrivateIdentifier: { readonly name: string };
  Property: {
    readonly key: Node;
    readonly value: Node;
    readonly computed: boolean;
    readonly shorthand: boolean;
  };
  PropertyDefinition: MemberShape;
  RestElement: { readonly argument: Node };
  SequenceExpression: { readonly expressions: readonly Node[] };
  SwitchCase: { readonly consequent: readonly Node[] };
  TemplateLiteral: unknown;
  ThisExpression: unknown;
  ThrowStatement: unknown;
  TryStatement: { readonly block: Node; readonly handler: Maybe<Node> };
  TSAsExpression: { readonly expression: Node };
  TSNonNullExpression: { readonly expression: Node };
  TSParameterProperty: { readonly parameter: Node };
  TSSatisfiesExpression: { readonly expression: Node };
  TSTypeAnnotation: { readonly typeAnnotation: Node };
  TSTypeReference: { readonly typeName: Node };
  UnaryExpression: { readonly operator: string; readonly argument: Node };
  VariableDeclaration: {
    readonly kind: string;
    readonly declarations: readonly Of<"VariableDeclarator">[];
  };
  VariableDeclarator: { readonly id: Node; readonly init: Maybe<Node> };
  WhileStatement: LoopShape;
  YieldExpression: {
    readonly delegate: boolean;
    readonly argument: Maybe<Node>;
  };
}

/** A node of a type. */
export type Of<T extends keyof Shapes> =
  & Node
  & { readonly type: T }
  & Shapes[T];

/** A function of any kind. */
export type FunctionNode = Of<
  "ArrowFunctionExpression" | "FunctionDeclaration" | "FunctionExpression"
>;

/** A `function*`, and not an asynchronous one. */
export type GeneratorNode = FunctionNode & {
  readonly generator: true;
  readonly async: false;
};

/** Whether a node is of one of some types. */
export function is<T extends keyof Shapes>(
  node: Maybe<Node>,
  ...types: readonly T[]
): node is Of<T> {
  return node != null && (types as readonly string[]).includes(node.type);
}

/** Whether a node is a function of any kind. */
export function isFunction(node: Maybe<Node>): node is FunctionNode {
  return is(
    node,
    "ArrowFunctionExpression",
    "FunctionDeclaration",
    "FunctionExpression",
  );
}

/** Whether a node is a `function*`, and not an asynchronous one. */
export function isGeneratorFunction(node: Maybe<Node>): node is GeneratorNode {
  return isFunction(node) && node.generator === true && !node.async;
}

/** The nodes around a node, from the inside to the outside. */
export function* around(node: Node): Generator<Node, void, void> {
  for (let each = node.parent; each != null; each = each.parent) yield each;
}

/** The function whose body a node stands in; `undefined` at the top. */
export function functionAround(node: Node): FunctionNode | undefined {
  for (const each of around(node)) if (isFunction(each)) return each;
  return undefined;
}

/** An expression without what only the compiler sees. */
export function bare(expression: Node): Node {
  return is(
      expression,
      "ChainExpression",
      "TSAsExpression",
      "TSNonNullExpression",
      "TSSatisfiesExpression",
    )
    ? bare(expression.expression)
    : expression;
}

/** An argument, or what is in it when it is a list. */
export function items(argument: Node): readonly Node[] {
  const node = bare(argument);
  return is(node, "ArrayExpression")
    ? node.elements.filter((each) => each != null)
    : [argument];
}

/** The class in a type annotation: `Queue` of `queue: Queue<number>`. */
export function typeName(
  annotation: Maybe<Of<"TSTypeAnnotation">>,
): string | undefined {
  const type = annotation?.typeAnnotation;
  return is(type, "TSTypeReference") && is(type.typeName, "Identifier")
    ? type.typeName.name
    : undefined;
}

/** The name of a property, `#name` for a private one. */
export function nameOf(property: Node): string | undefined {
  if (is(property, "Identifier")) return property.name;
  return is(property, "PrivateIdentifier")
    ? `#${property.name.replace(/^#/, "")}`
    : undefined;
}
