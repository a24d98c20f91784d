/**
 * Copies of test files in which one assertion of a test is turned around.
 *
 * A test that would pass whatever the program did decides nothing. Reading it
 * does not show this: the assertion may stand in a branch that is never taken, in
 * a loop over nothing, in a promise that nobody waits for. So each deciding
 * assertion is turned around, and then its test has to fail.
 *
 * Only the name of the function that asserts is replaced: `assertEquals(a, b)`
 * becomes `turned("…", assertEquals)(a, b)`, whatever stands between the
 * parentheses. A copy lies in another folder than its file, so what the file
 * says relative to itself (imports, `import.meta`) is said anew. No line moves.
 *
 * @module
 */

import { pathToFileURL } from "node:url";
import ts from "npm:typescript@6.0.3";
import type { WrittenTest } from "./test_file.ts";

/** An assertion to be turned around. */
export interface Turn {
  /** Where the name of the function that asserts begins and ends. */
  readonly callee: readonly [start: number, end: number];
  /** Where it stands, for the error. */
  readonly place: string;
}

const TURNED = new URL("./turned.ts", import.meta.url).href;

/**
 * Shares the deciding assertions of a file out among copies: no copy turns two
 * assertions of the same test, for the second would never be reached.
 *
 * @param tests the tests of a file
 * @param name the name of the file, for the errors
 * @returns for each copy the assertions that it turns
 */
export function rounds(tests: readonly WrittenTest[], name: string): Turn[][] {
  const copies: Turn[][] = [];
  for (const { deciding } of tests) {
    for (const [index, { callee, line }] of deciding.entries()) {
      (copies[index] ??= []).push({ callee, place: `${name}:${line}` });
    }
  }
  return copies;
}

/**
 * Makes the text of a copy.
 *
 * @param path the path of the file, absolute
 * @param code its text
 * @param turns the assertions to turn around
 * @returns the text of a module that may lie anywhere
 */
export function turnedCopy(
  path: string,
  code: string,
  turns: readonly Turn[],
): string {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const origin = pathToFileURL(path).href;
  const edits: { start: number; end: number; text: string }[] = [];
  for (const { callee: [start, end], place } of turns) {
    const text = `turned$(${JSON.stringify(place)}, ${code.slice(start, end)})`;
    edits.push({ start, end, text });
  }
  const visit = (node: ts.Node) => {
    const start = node.getStart(file);
    if (isRelativeImport(node)) {
      const { href } = new URL(node.text, origin);
      edits.push({ start, end: node.end, text: JSON.stringify(href) });
    } else if (ts.isMetaProperty(node) && node.name.text === "meta") {
      edits.push({ start, end: node.end, text: "meta$" });
    }
    node.forEachChild(visit);
  };
  visit(file);

  const prelude = `import { metaOf as metaOf$, turned as turned$ } from ${
    JSON.stringify(TURNED)
  }; const meta$ = metaOf$(${JSON.stringify(origin)}); `;
  let copy = prelude;
  let next = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    copy += code.slice(next, start) + text;
    next = end;
  }
  return copy + code.slice(next);
}

function isRelativeImport(node: ts.Node): node is ts.StringLiteral {
  if (!ts.isStringLiteral(node) || !/^\.{1,2}\//.test(node.text)) return false;
  const { parent } = node;
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) ||
    (ts.isCallExpression(parent) &&
      parent.expression.kind === ts.SyntaxKind.ImportKeyword);
}
