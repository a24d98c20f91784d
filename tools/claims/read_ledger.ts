/**
 * Reads the ledger with the line of everything in it: whoever makes a mistake in
 * a thousand lines of JSON wants to be told where. `JSON.parse` knows no lines;
 * TypeScript's own parser, which reads the project's modules as well, does.
 *
 * @module
 */

import ts from "npm:typescript@6.0.3";
import {
  type Claim,
  type Decision,
  LEDGER,
  type Ledger,
  type Problem,
  type Verdict,
  VERDICTS,
} from "./ledger.ts";

/** The entries of each kind of decision. */
const ENTRIES: Readonly<Record<Decision["kind"], readonly string[]>> = {
  test: ["file", "name"],
  measurement: ["file", "program", "shows"],
  source: ["title", "url", "place"],
};

/**
 * Reads a ledger.
 *
 * @param text the JSON
 * @param file its name, for the problems
 * @returns the claims that could be read, and what is wrong with the others
 */
export function readLedger(text: string, file: string = LEDGER): Ledger {
  return new Reader(text, file).read();
}

/** An object of the JSON: its values by name. */
interface Entries {
  readonly line: number;
  readonly values: ReadonlyMap<string, ts.Expression>;
}

class Reader {
  readonly #file: string;
  readonly #json: ts.JsonSourceFile;
  readonly #problems: Problem[] = [];

  constructor(text: string, file: string) {
    this.#file = file;
    this.#json = ts.parseJsonText(file, text);
  }

  read(): Ledger {
    const { parseDiagnostics } = this.#json as unknown as {
      readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
    };
    for (const { start, messageText } of parseDiagnostics) {
      const what = ts.flattenDiagnosticMessageText(messageText, " ");
      this.#complain(this.#lineAt(start), `The ledger is no JSON: ${what}`);
    }
    if (parseDiagnostics.length > 0) return this.#ledger([]);
    const root = this.#json.statements[0]?.expression;
    const book = root && this.#entries(root, "The ledger", ["claims"]);
    const list = book?.values.get("claims");
    if (list === undefined) return this.#ledger([]);
    const claims = this.#list(list, '"claims"')
      .map((node) => this.#claim(node))
      .filter((claim) => claim !== undefined);
    return this.#ledger(claims);
  }

  #claim(node: ts.Expression): Claim | undefined {
    const entries = this.#entries(node, "A claim", [
      ...["id", "statement", "verdict", "chapter", "heading", "finding"],
      "decidedBy",
    ]);
    if (entries === undefined) return undefined;
    const text = (name: string) => this.#text(entries, name, "A claim");
    const claim = {
      id: text("id"),
      statement: text("statement"),
      verdict: text("verdict"),
      chapter: text("chapter"),
      heading: text("heading"),
      finding: text("finding"),
    };
    const decisions = this.#list(entries.values.get("decidedBy")!, "decidedBy")
      .map((decision) => this.#decision(decision))
      .filter((decision) => decision !== undefined);
    if (Object.values(claim).includes("")) return undefined;
    const { verdict } = claim;
    if (!isVerdict(verdict)) {
      this.#complain(
        this.#lineOf(entries.values.get("verdict")!),
        `Claim ${claim.id} has the verdict "${verdict}"; a verdict is ${
          Object.keys(VERDICTS).join(", ")
        }`,
      );
      return undefined;
    }
    const lines = [...entries.values].map(([name, value]) =>
      [name, this.#lineOf(value)] as const
    );
    return {
      ...claim,
      verdict,
      decidedBy: decisions,
      line: entries.line,
      lines: Object.fromEntries(lines),
    };
  }

  #decision(node: ts.Expression): Decision | undefined {
    const kinds = Object.keys(ENTRIES) as Decision["kind"][];
    const property = ts.isObjectLiteralExpression(node)
      ? node.properties[0]
      : undefined;
    const kind = kinds.find((kind) =>
      property?.name?.getText(this.#json) === `"${kind}"`
    );
    if (
      kind === undefined || !ts.isObjectLiteralExpression(node) ||
      node.properties.length !== 1 || !ts.isPropertyAssignment(property!)
    ) {
      this.#complain(
        this.#lineOf(node),
        `What decides a claim is one object such as { "test": { … } }; it is a ${
          kinds.join(", a ")
        }`,
      );
      return undefined;
    }
    const what = `A decision by a ${kind}`;
    const entries = this.#entries(property.initializer, what, ENTRIES[kind]);
    if (entries === undefined) return undefined;
    const texts = ENTRIES[kind].map((name) =>
      [name, this.#text(entries, name, what)] as const
    );
    if (texts.some(([, text]) => text === "")) return undefined;
    return {
      kind,
      line: entries.line,
      ...Object.fromEntries(texts),
    } as unknown as Decision;
  }

  /** The values of an object that has exactly these names. */
  #entries(
    node: ts.Expression,
    what: string,
    names: readonly string[],
  ): Entries | undefined {
    const line = this.#lineOf(node);
    if (!ts.isObjectLiteralExpression(node)) {
      this.#complain(line, `${what} is an object with ${names.join(", ")}`);
      return undefined;
    }
    const values = new Map<string, ts.Expression>();
    for (const property of node.properties) {
      if (!ts.isPropertyAssignment(property)) continue;
      const name = JSON.parse(property.name.getText(this.#json)) as string;
      if (!names.includes(name)) {
        this.#complain(
          this.#lineOf(property),
          `${what} has an unknown entry "${name}"; the entries are ${
            names.join(", ")
          }`,
        );
      }
      values.set(name, property.initializer);
    }
    const missing = names.filter((name) => !values.has(name));
    if (missing.length === 0) return { line, values };
    this.#complain(line, `${what} has no "${missing.join('" and no "')}"`);
    return undefined;
  }

  #list(node: ts.Expression, what: string): readonly ts.Expression[] {
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) {
      return node.elements;
    }
    this.#complain(this.#lineOf(node), `${what} must be a list, and not empty`);
    return [];
  }

  /** A text that is not blank; `""` after a complaint. */
  #text({ values }: Entries, name: string, what: string): string {
    const node = values.get(name)!;
    if (ts.isStringLiteral(node) && node.text.trim() !== "") return node.text;
    this.#complain(this.#lineOf(node), `${what} needs a text for "${name}"`);
    return "";
  }

  #lineOf(node: ts.Node): number {
    return this.#lineAt(node.getStart(this.#json));
  }

  #lineAt(position: number): number {
    return this.#json.getLineAndCharacterOfPosition(position).line + 1;
  }

  #complain(line: number, message: string): void {
    this.#problems.push({ file: this.#file, line, message });
  }

  #ledger(claims: readonly Claim[]): Ledger {
    return { claims, problems: this.#problems };
  }
}

function isVerdict(text: string): text is Verdict {
  return Object.hasOwn(VERDICTS, text);
}
