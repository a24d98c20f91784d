/**
 * Reads a test file: which tests it has, and which of their assertions decide a
 * claim.
 *
 * A comment marks such an assertion, on the line above it:
 *
 *     // decides 3.g
 *     assertEquals(lines, ["main: that is all I wanted", "backup: cancelled"]);
 *
 * @module
 */

import ts from "npm:typescript@6.0.3";

/** An assertion that decides claims. */
export interface Deciding {
  /** The claims, by id. */
  readonly claims: readonly string[];
  /** The line of the assertion. */
  readonly line: number;
  /** Where the name of the function that asserts begins and ends. */
  readonly callee: readonly [start: number, end: number];
}

/** A test as it is written down. */
export interface WrittenTest {
  readonly name: string;
  readonly line: number;
  /** Whether it may be left out, on a system that lacks what it needs. */
  readonly optional: boolean;
  readonly deciding: readonly Deciding[];
}

/** What is wrong with a mark. */
export interface MarkProblem {
  readonly line: number;
  readonly message: string;
}

/** A test file, read. */
export interface TestFile {
  readonly tests: readonly WrittenTest[];
  readonly problems: readonly MarkProblem[];
}

const MARK = /^\/\/ decides (.*)$/;
const ID = /^\d+(?:\.\d+)?\.[a-z]$/;

/**
 * Reads a test file.
 *
 * @param path its path, for the parser
 * @param code its text
 * @returns its tests, and what is wrong with its marks
 */
export function readTestFile(path: string, code: string): TestFile {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) =>
    file.getLineAndCharacterOfPosition(position).line + 1;
  const problems: MarkProblem[] = [];
  const marks = marksIn(file);
  const tests: WrittenTest[] = [];

  for (const { name, call, optional } of testsIn(file)) {
    const deciding: Deciding[] = [];
    for (const mark of marks) {
      if (mark.pos < call.getStart(file) || mark.end > call.end) continue;
      marks.delete(mark);
      const line = lineOf(mark.pos);
      const claims = mark.text.split(",").map((id) => id.trim());
      const assertion = assertionAfter(file, call, mark.end);
      const complaint = claims.every((id) => ID.test(id))
        ? complaintAbout(file, assertion, mark.text)
        : `"// decides ${mark.text}" names no claim; write ids with commas between them, such as "// decides 3.e, 3.f"`;
      if (complaint !== undefined) problems.push({ line, message: complaint });
      else {
        const { expression } = assertion!;
        const callee = [expression.getStart(file), expression.end] as const;
        deciding.push({ claims, line: lineOf(callee[0]), callee });
      }
    }
    tests.push({ name, line: lineOf(call.getStart(file)), optional, deciding });
  }
  for (const { pos, text } of marks) {
    problems.push({
      line: lineOf(pos),
      message:
        `"// decides ${text}" stands in no test; put it above an assertion inside of Deno.test(…)`,
    });
  }
  return { tests, problems };
}

interface Mark {
  readonly pos: number;
  readonly end: number;
  readonly text: string;
}

/** All comments `// decides …`, wherever they stand. */
function marksIn(file: ts.SourceFile): Set<Mark> {
  const marks = new Map<number, Mark>();
  const visit = (node: ts.Node) => {
    for (
      const { pos, end } of ts.getLeadingCommentRanges(
        file.text,
        node.getFullStart(),
      ) ?? []
    ) {
      const [, text] = MARK.exec(file.text.slice(pos, end)) ?? [];
      if (text !== undefined) marks.set(pos, { pos, end, text: text.trim() });
    }
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return new Set([...marks.values()].sort((a, b) => a.pos - b.pos));
}

function* testsIn(
  file: ts.SourceFile,
): Generator<{ name: string; call: ts.CallExpression; optional: boolean }> {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    const call = statement.expression;
    if (!ts.isCallExpression(call)) continue;
    if (call.expression.getText(file) !== "Deno.test") continue;
    const [first] = call.arguments;
    if (first === undefined) continue;
    if (ts.isStringLiteralLike(first)) {
      yield { name: first.text, call, optional: false };
    } else if (ts.isObjectLiteralExpression(first)) {
      const name = valueOf(first, "name");
      if (name === undefined || !ts.isStringLiteralLike(name)) continue;
      const optional = valueOf(first, "ignore") !== undefined;
      yield { name: name.text, call, optional };
    }
  }
}

function valueOf(
  { properties }: ts.ObjectLiteralExpression,
  name: string,
): ts.Expression | undefined {
  const property = properties.find((property) =>
    property.name !== undefined && ts.isIdentifier(property.name) &&
    property.name.text === name
  );
  return property && ts.isPropertyAssignment(property)
    ? property.initializer
    : undefined;
}

/** The call that is the statement right behind a mark. */
function assertionAfter(
  file: ts.SourceFile,
  node: ts.Node,
  end: number,
): ts.CallExpression | undefined {
  let found: ts.CallExpression | undefined;
  const visit = (node: ts.Node): void => {
    if (found !== undefined || node.end < end) return;
    if (ts.isExpressionStatement(node) && isNext(file, node, end)) {
      const { expression } = node;
      const call = ts.isAwaitExpression(expression)
        ? expression.expression
        : expression;
      if (ts.isCallExpression(call)) found = call;
      return;
    }
    node.forEachChild(visit);
  };
  visit(node);
  return found;
}

function isNext(file: ts.SourceFile, node: ts.Node, end: number): boolean {
  const start = node.getStart(file);
  return start >= end && file.text.slice(end, start).trim() === "";
}

/** What keeps an assertion from deciding anything. */
function complaintAbout(
  file: ts.SourceFile,
  assertion: ts.CallExpression | undefined,
  mark: string,
): string | undefined {
  const name = assertion?.expression.getText(file) ?? "";
  if (assertion === undefined || !/^assert[A-Z]\w*$|^assert$/.test(name)) {
    return `"// decides ${mark}" must stand on the line above an assertion, such as assertEquals(…)`;
  }
  const [actual, expected] = assertion.arguments.map((argument) =>
    argument.getText(file)
  );
  if (!assertion.arguments.some(isComputed)) {
    return `This ${name} decides ${mark} and looks at nothing that was computed; give it what the program did`;
  }
  if (actual === expected) {
    return `This ${name} decides ${mark} and compares ${actual} with itself; give it what is expected`;
  }
  return undefined;
}

/** Whether a value depends on anything at all. */
function isComputed(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return node.text !== "undefined";
  return node.forEachChild((child) => isComputed(child) || undefined) ?? false;
}
