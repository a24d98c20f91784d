/**
 * What a fence of a chapter asks for, read from its info string: the words
 * after the opening ticks.
 *
 * ```text
 * ts file=main.ts#gather context=1
 * text run=main.ts throws=DeadlockError vary-port="localhost:(\d+)"
 * timeline run=main.ts
 * ```
 *
 * @module
 */

import { suggestion } from "../nearest.ts";
import { type Placeholder, placeholderOf } from "./placeholders.ts";

/** A block that shows lines of a file. */
export interface CodeRequest {
  readonly kind: "code";
  /** The word after the ticks: `ts`. */
  readonly language: string;
  /** The file, as written: relative to the chapter's folder. */
  readonly file: string;
  /** The region to show; absent for the whole file. */
  readonly region?: string;
  /** How many lines to show before and after the region. */
  readonly context: readonly [before: number, after: number];
}

/** A block that shows what a program prints. */
export interface OutputRequest {
  readonly kind: "output";
  /** The module, as written: relative to the chapter's folder. */
  readonly module: string;
  /** The name of the error that the program must fail with. */
  readonly throws?: string;
  /** What differs from run to run. */
  readonly placeholders: readonly Placeholder[];
}

/** A block that shows a program's timeline. */
export interface TimelineRequest {
  readonly kind: "timeline";
  /** The module, as written: relative to the chapter's folder. */
  readonly module: string;
}

/** A list of a JSON file, as a table. */
export interface TableRequest {
  readonly kind: "table";
  /** The file, as written: relative to the page's folder. */
  readonly file: string;
  /** The key of the list. */
  readonly part: string;
}

/** The ledger of claims, or how many of them have which verdict. */
export interface ClaimsRequest {
  readonly kind: "claims";
  /** The ledger, as written: relative to the page's folder. */
  readonly file: string;
  /** The claims, one by one, or the verdicts with their numbers. */
  readonly part: "list" | "verdicts";
}

/** What a woven block asks for. */
export type Request =
  | ClaimsRequest
  | CodeRequest
  | OutputRequest
  | TableRequest
  | TimelineRequest;

/**
 * Reads an info string.
 *
 * @param info the words after the opening ticks
 * @returns what the block asks for, or `undefined` when it asks for nothing and
 * its text is left as it stands
 * @throws {SyntaxError} when it asks for something that can't be had; the
 * message says what to write instead
 */
export function requestOf(info: string): Request | undefined {
  const language = /^[^\s=]*(?=\s|$)/.exec(info.trimStart())?.[0] ?? "";
  const { attributes, words } = attributesOf(
    info.trimStart().slice(language.length),
  );
  const file = attributes.get("file");
  const module = attributes.get("run");
  if (file === undefined && module === undefined) {
    refuseUnwoven(language, [...attributes.keys(), ...words]);
    return undefined;
  }
  const [word] = words;
  if (word !== undefined) {
    throw new SyntaxError(
      `"${word}" says nothing here; a block takes name=value, values with spaces in "quotes"`,
    );
  }
  if (file !== undefined && module !== undefined) {
    throw new SyntaxError(
      "A block has file= or run=, not both; make it two blocks",
    );
  }
  if (language === "table") return tableRequest(file, attributes);
  if (language === "claims") return claimsRequest(file, attributes);
  if (file !== undefined) return codeRequest(language, file, attributes);
  return language === "timeline"
    ? timelineRequest(module!, attributes)
    : outputRequest(language, module!, attributes);
}

/** Languages whose code must come from a file, with the endings they go with. */
const CODE: Readonly<Record<string, readonly string[]>> = {
  ts: [".ts", ".mts"],
  typescript: [".ts", ".mts"],
  js: [".js", ".mjs", ".cjs"],
  javascript: [".js", ".mjs", ".cjs"],
  python: [".py"],
  py: [".py"],
};

/**
 * Checks that a file is of the language that its block says. A file that is not
 * there at all has a better message, so this comes after reading it.
 *
 * @param request the block
 * @throws {SyntaxError} when it is not
 */
export function checkLanguage({ language, file }: CodeRequest): void {
  const endings = CODE[language];
  if (endings === undefined || endings.some((end) => file.endsWith(end))) {
    return;
  }
  throw new SyntaxError(
    `${file} is not ${language}; the word after the ticks must fit the file`,
  );
}

function refuseUnwoven(language: string, names: readonly string[]): void {
  if (language === "timeline") {
    throw new SyntaxError(
      "A timeline needs its program; write ```timeline run=main.ts",
    );
  }
  const [ending] = CODE[language] ?? [];
  if (ending !== undefined) {
    throw new SyntaxError(
      `A ${language} block without file= can go stale; put the code into a file and write \`\`\`${language} file=main${ending}#region`,
    );
  }
  for (const name of names) {
    if (ATTRIBUTES.includes(name) || name.startsWith("vary-")) {
      throw new SyntaxError(`${name}= needs a file= or a run= beside it`);
    }
    if (/^(fil|files|src|runs|rum|ran)$/.test(name)) {
      throw new SyntaxError(`Unknown ${name}=${suggestion(name, ATTRIBUTES)}`);
    }
  }
}

const ATTRIBUTES: readonly string[] = ["file", "run", "context", "throws"];

function codeRequest(
  language: string,
  value: string,
  attributes: ReadonlyMap<string, string>,
): CodeRequest {
  allow(attributes, ["file", "context"]);
  const [file = "", region, ...rest] = value.split("#");
  if (file === "" || region === "" || rest.length > 0) {
    throw new SyntaxError(
      `file=${value} names no file; write file=main.ts or file=main.ts#region`,
    );
  }
  const context = contextOf(attributes.get("context"), region);
  return {
    kind: "code",
    language,
    file,
    ...(region === undefined ? {} : { region }),
    context,
  };
}

function contextOf(
  value: string | undefined,
  region: string | undefined,
): readonly [number, number] {
  if (value === undefined) return [0, 0];
  const [, before, after] = /^(\d+)(?:,(\d+))?$/.exec(value) ?? [];
  if (before === undefined) {
    throw new SyntaxError(
      `context=${value} is no number of lines; write context=1, or context=1,0 for a line before only`,
    );
  }
  if (region === undefined) {
    throw new SyntaxError(
      "context= needs a region: a whole file has no lines around it",
    );
  }
  return [Number(before), Number(after ?? before)];
}

function outputRequest(
  language: string,
  module: string,
  attributes: ReadonlyMap<string, string>,
): OutputRequest {
  if (CODE[language] !== undefined) {
    throw new SyntaxError(
      `run= shows what a program prints, which is not ${language}; write \`\`\`text run=${module}`,
    );
  }
  requireModule(module);
  const placeholders: Placeholder[] = [];
  for (const [name, value] of attributes) {
    if (!name.startsWith("vary-")) continue;
    placeholders.push(placeholderOf(name.slice("vary-".length), value));
  }
  allow(attributes, [
    "run",
    "throws",
    ...placeholders.map(({ name }) => `vary-${name}`),
  ]);
  const throws = attributes.get("throws");
  return {
    kind: "output",
    module,
    ...(throws === undefined ? {} : { throws }),
    placeholders,
  };
}

function tableRequest(
  value = "",
  attributes: ReadonlyMap<string, string>,
): TableRequest {
  allow(attributes, ["file"]);
  const [, file, part] = /^([^#]+\.json)#([^#]+)$/.exec(value) ?? [];
  if (file === undefined || part === undefined) {
    throw new SyntaxError(
      "A table shows a list of a JSON file; write <!-- table file=names.json#tasks -->",
    );
  }
  return { kind: "table", file, part };
}

function claimsRequest(
  value = "",
  attributes: ReadonlyMap<string, string>,
): ClaimsRequest {
  allow(attributes, ["file"]);
  const [, file, part] = /^([^#]+\.json)#(list|verdicts)$/.exec(value) ?? [];
  if (file === undefined) {
    throw new SyntaxError(
      "Claims are shown one by one or counted; write <!-- claims file=claims.json#list --> or #verdicts",
    );
  }
  return { kind: "claims", file, part: part as ClaimsRequest["part"] };
}

function timelineRequest(
  module: string,
  attributes: ReadonlyMap<string, string>,
): TimelineRequest {
  requireModule(module);
  allow(attributes, ["run"]);
  return { kind: "timeline", module };
}

function requireModule(module: string): void {
  if (/\.m?ts$/.test(module)) return;
  throw new SyntaxError(
    `run=${module} is no TypeScript module; name one of the chapter's, such as run=main.ts`,
  );
}

function allow(
  attributes: ReadonlyMap<string, string>,
  allowed: readonly string[],
): void {
  for (const name of attributes.keys()) {
    if (allowed.includes(name)) continue;
    const reason = ATTRIBUTES.includes(name)
      ? `${name}= does not go with ${allowed[0]}=; take it away`
      : `Unknown ${name}=${suggestion(name, allowed)}`;
    throw new SyntaxError(reason);
  }
}

/** `name=value name="some value"`, and what is neither. */
function attributesOf(
  text: string,
): { attributes: Map<string, string>; words: string[] } {
  const attributes = new Map<string, string>();
  const words: string[] = [];
  const pattern = /([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))(?=\s|$)|(\S+)/g;
  for (const [, name, quoted, plain, word] of text.matchAll(pattern)) {
    if (name === undefined) {
      words.push(word!);
    } else if (attributes.has(name)) {
      throw new SyntaxError(`${name}= stands twice; keep one`);
    } else {
      attributes.set(name, quoted?.replaceAll('\\"', '"') ?? plain ?? "");
    }
  }
  return { attributes, words };
}
