/**
 * Reads the project's modules: what each imports, and what in it would keep it
 * from loading somewhere.
 *
 * TypeScript's own parser reads them, for it sees every form an import has: of
 * types only, passed on by an `export`, called as a function, written in the
 * middle of a type.
 *
 * @module
 */
import ts from "npm:typescript@6.0.3";

/** A place in a module, and what is there. */
export interface Found {
  /** The line, from 1. */
  readonly line: number;
  /** What is there: a specifier, a name, a piece of syntax. */
  readonly what: string;
}

/** A module of the project. */
export interface Module {
  /** The path from the project's folder, with slashes. */
  readonly path: string;
  /** The specifiers it imports, as they are written. */
  readonly imports: readonly Found[];
  /** Syntax that does not go away when the types are taken out. */
  readonly syntax: readonly Found[];
  /** Features of the host that are looked up while the module loads. */
  readonly hostAtLoad: readonly Found[];
}

const MODULE = /\.[cm]?[jt]sx?$/;
const LEFT_OUT = /^([._].*|node_modules|coverage|fixtures)$/;

// Not every host has these, and tests replace some of them.
const HOST_FEATURES = new Set([
  ...["Deno", "Bun", "process", "Buffer", "require", "window", "document"],
  ...["navigator", "self", "Worker", "MessageChannel", "fetch"],
  ...["setTimeout", "setInterval", "setImmediate"],
]);

/**
 * Reads all modules below a folder, save hidden ones and fixtures.
 *
 * @param root The project's folder.
 * @returns The modules, sorted by path.
 */
export async function readModules(root: string): Promise<Module[]> {
  const modules: Module[] = [];
  for await (const path of modulePaths(root, "")) {
    modules.push(readModule(path, await Deno.readTextFile(`${root}/${path}`)));
  }
  return modules.sort((a, b) => a.path < b.path ? -1 : 1);
}

/**
 * Reads one module.
 *
 * @param path Its path from the project's folder.
 * @param code Its text.
 */
export function readModule(path: string, code: string): Module {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const place = (node: ts.Node, what: string): Found => ({
    line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1,
    what,
  });
  return {
    path,
    imports: [...importsIn(file)].map((text) => place(text, text.text)),
    syntax: [...syntaxIn(file)].map(([node, what]) => place(node, what)),
    hostAtLoad: [...hostAtLoad(file, declaredNames(file))]
      .map((name) => place(name, name.text)),
  };
}

async function* modulePaths(
  root: string,
  folder: string,
): AsyncGenerator<string> {
  for await (
    const { name, isFile, isDirectory } of Deno.readDir(
      `${root}/${folder}`,
    )
  ) {
    if (LEFT_OUT.test(name)) continue;
    if (isDirectory) yield* modulePaths(root, `${folder}${name}/`);
    if (isFile && MODULE.test(name)) yield folder + name;
  }
}

function* importsIn(node: ts.Node): Generator<ts.StringLiteralLike> {
  const specifier = specifierOf(node);
  if (specifier && ts.isStringLiteralLike(specifier)) yield specifier;
  for (const child of childrenOf(node)) yield* importsIn(child);
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier;
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument)
      ? node.argument.literal
      : undefined;
  }
  if (ts.isExternalModuleReference(node)) return node.expression;
  return ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined;
}

function* syntaxIn(node: ts.Node): Generator<[ts.Node, string]> {
  if (isAmbient(node)) return;
  const what = syntaxOf(node);
  if (what) yield [node, what];
  for (const child of childrenOf(node)) yield* syntaxIn(child);
}

function syntaxOf(node: ts.Node): string | undefined {
  if (ts.isEnumDeclaration(node)) return "enum";
  if (ts.isModuleDeclaration(node)) return "namespace";
  if (ts.isImportEqualsDeclaration(node)) return "import =";
  if (ts.isExportAssignment(node) && node.isExportEquals) return "export =";
  if (ts.isTypeAssertionExpression(node)) return "<type>value";
  if (ts.isDecorator(node)) return "decorator";
  if (node.kind === ts.SyntaxKind.AccessorKeyword) return "accessor";
  if (
    ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)
  ) {
    return "parameter property";
  }
  if (!ts.isVariableDeclarationList(node)) return undefined;
  const kind = node.flags & ts.NodeFlags.BlockScoped;
  if (kind === ts.NodeFlags.Using) return "using";
  return kind === ts.NodeFlags.AwaitUsing ? "await using" : undefined;
}

// Walks only what runs while the module loads: not into functions and methods,
// not into the fields of instances, not into types.
function* hostAtLoad(
  node: ts.Node,
  declared: ReadonlySet<string>,
): Generator<ts.Identifier> {
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
  if (ts.isInterfaceDeclaration(node) || isAmbient(node)) return;
  if (ts.isIdentifier(node)) {
    if (HOST_FEATURES.has(node.text) && !declared.has(node.text)) {
      if (isLookup(node)) yield node;
    }
    return;
  }
  for (const child of runAtLoad(node)) yield* hostAtLoad(child, declared);
}

function runAtLoad(node: ts.Node): ts.Node[] {
  if (ts.isCallExpression(node)) {
    // A function that is called on the spot does run.
    const callee = withoutParentheses(node.expression);
    return ts.isFunctionExpression(callee) || ts.isArrowFunction(callee)
      ? [callee.body, ...node.arguments]
      : childrenOf(node);
  }
  const isDeferred = ts.isFunctionLike(node) ||
    (ts.isPropertyDeclaration(node) &&
      !hasModifier(node, ts.SyntaxKind.StaticKeyword));
  if (!isDeferred) return childrenOf(node);
  return node.name && ts.isComputedPropertyName(node.name) ? [node.name] : [];
}

// Whether a name stands for a value here, and is not the name of a property
// (other than one of globalThis) or of something declared.
function isLookup(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) {
    return ts.isIdentifier(parent.expression) &&
      parent.expression.text === "globalThis";
  }
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
  if (ts.isBindingElement(parent) || ts.isVariableDeclaration(parent)) {
    return parent.initializer === name;
  }
  return !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent) &&
    !(ts.isClassElement(parent) && parent.name === name);
}

/** The names a module gives a meaning of its own. */
function declaredNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const add = (name: ts.Node | undefined) => {
    if (name && ts.isIdentifier(name)) names.add(name.text);
  };
  for (const statement of file.statements) {
    if (
      ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
    ) {
      add(statement.name);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) add(name);
    } else if (ts.isImportDeclaration(statement)) {
      add(statement.importClause?.name);
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings)) {
        for (const { name } of bindings.elements) add(name);
      }
    }
  }
  return names;
}

function isAmbient(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.DeclareKeyword);
}

function hasModifier(node: ts.Node, modifier: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === modifier);
}

function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node)
    ? withoutParentheses(node.expression)
    : node;
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  return children;
}
