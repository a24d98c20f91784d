/**
 * Writes a program of the suite out, for people and for CPython.
 *
 * The two languages differ in their phrases (`python.ts`, `typescript.ts`); the
 * walk through the program is the same.
 *
 * @module
 */

import {
  type Block,
  type Caught,
  DEFAULT_SCRIPT,
  type Program,
  type Statement,
} from "./program.ts";

/** The statements that fit in a line. */
export type Simple = Exclude<
  Statement,
  readonly ["try" | "repeat" | "timeout" | "group", ...unknown[]]
>;

/** How a language says it. */
export interface Language {
  /** The head of a function; `assigned` are the globals that it sets. */
  head(
    name: string,
    isCoroutine: boolean,
    assigned: readonly string[],
    uses: boolean,
  ): readonly string[];
  /** What ends a block that `head` or a block statement began. */
  readonly end: string | null;
  /** What stands in an empty block. */
  readonly nothing: string;
  /** The line of a statement. */
  line(statement: Simple, who: string): string;
  /** The heads of the blocks. */
  repeat(times: number): string;
  timeout(limit: number): string;
  group(): string;
  readonly attempt: string;
  caught(kind: Caught): string;
  readonly cleanup: string;
  /** What ends the block of `timeout` or `group`. */
  readonly endOfScope: string | null;
}

/**
 * Writes a program in a language.
 *
 * @param program the program
 * @param language the language
 * @returns its text, without a line break at the end
 */
export function write(program: Program, language: Language): string {
  const parts: string[] = [];
  for (const [name, block] of Object.entries(program.callbacks ?? {})) {
    parts.push(writeBody(name, block, false, language));
  }
  for (const [name, block] of Object.entries(program.coroutines ?? {})) {
    parts.push(writeBody(name, block, true, language));
  }
  const script = program.script ?? DEFAULT_SCRIPT;
  parts.push(lines(script, "script", language, "").join("\n"));
  return parts.join("\n\n");
}

function writeBody(
  name: string,
  block: Block,
  isCoroutine: boolean,
  language: Language,
): string {
  const usesIt = JSON.stringify(block).includes('"it"');
  const assigned = [...new Set(assignedIn(block))].sort();
  return [
    ...language.head(name, isCoroutine, assigned, usesIt),
    ...inner(block, name, language, ""),
    ...language.end === null ? [] : [language.end],
  ].join("\n");
}

function lines(
  block: Block,
  who: string,
  language: Language,
  indent: string,
): string[] {
  return block.flatMap((statement) =>
    statementLines(statement, who, language, indent)
  );
}

function inner(
  block: Block,
  who: string,
  language: Language,
  indent: string,
): string[] {
  const deeper = `${indent}${language.end === null ? "    " : "  "}`;
  return block.length === 0
    ? [`${deeper}${language.nothing}`].filter((line) => line.trim() !== "")
    : lines(block, who, language, deeper);
}

function statementLines(
  s: Statement,
  who: string,
  language: Language,
  indent: string,
): string[] {
  const within = (head: string, block: Block, end = language.end): string[] => [
    `${indent}${head}`,
    ...inner(block, who, language, indent),
    ...end === null ? [] : [`${indent}${end}`],
  ];
  switch (s[0]) {
    case "repeat":
      return within(language.repeat(s[1]), s[2]);
    case "timeout":
      return within(language.timeout(s[1]), s[2], language.endOfScope);
    case "group":
      return within(language.group(), s[1], language.endOfScope);
    case "try": {
      const [, block, caught, handler, cleanup] = s;
      return [
        ...within(language.attempt, block, null),
        ...caught === null
          ? []
          : within(language.caught(caught), handler, null),
        ...cleanup === undefined ? [] : within(language.cleanup, cleanup, null),
        ...language.end === null ? [] : [`${indent}${language.end}`],
      ];
    }
    default:
      return [`${indent}${language.line(s, who)}`];
  }
}

/** The words whose second is the name of something new. */
const NAMING = new Set([
  "future",
  "foreignFuture",
  "task",
  "eagerTask",
  "groupTask",
  "variable",
  "gather",
  "shield",
  "lock",
  "event",
  "condition",
  "semaphore",
  "queue",
  "barrier",
]);

/** The words that may name a handle in the end, and where. */
const HANDLES: Readonly<Record<string, number>> = {
  callSoon: 2,
  callLater: 3,
  callAt: 3,
};

function assignedIn(block: Block): string[] {
  return block.flatMap((statement): string[] => {
    const list = statement as readonly unknown[];
    const [word] = statement;
    const handle = list[HANDLES[word] ?? list.length];
    if (handle !== undefined) return [String(handle)];
    if (NAMING.has(word)) return [String(list[1])];
    return list.flatMap((each) =>
      Array.isArray(each) && Array.isArray(each[0])
        ? assignedIn(each as unknown as Block)
        : []
    );
  });
}
