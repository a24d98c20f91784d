/**
 * Turns a program into real sources, one in Python and one in TypeScript.
 *
 * The interpreters look first whether there is a future in a slot. In a source
 * that would be noise, so the journal of a run says where there is none, and only
 * there the source looks, too.
 *
 * @module
 */
import type { Journal } from "./journal.ts";
import {
  both,
  CATCHES,
  completions,
  type Phrase,
  seconds,
  simple,
  taskArguments,
} from "./phrasebook.ts";
import { declarations, imports } from "./source_frame.ts";
import type { Block, Expression, Program, Statement } from "./program.ts";

/** A program as it would be written. */
export interface Sources {
  readonly python: string;
  readonly typescript: string;
  /** Where the sources do not do quite what the program did. */
  readonly remarks: readonly string[];
}

/** Lines of one language; lists are blocks, indented. */
export type Lines = readonly (string | Lines)[];

/**
 * Writes a program in both languages.
 *
 * @param program the program
 * @param journal of a run of it
 * @returns the sources
 */
export function toSources(program: Program, journal: Journal): Sources {
  const writers = [0, 1].map((language) =>
    new Writer(program, journal, language as 0 | 1)
  );
  const [python, typescript] = writers.map((writer) => writer.source());
  return {
    python: python!,
    typescript: typescript!,
    remarks: journal.isCutOff
      ? ["the run was cut off; the sources run to their end"]
      : writers[0]!.remarks,
  };
}

/** Where a statement stands. */
interface Around {
  /** How many groups and time limits are around it: their names. */
  readonly groups: number;
  readonly limits: number;
}

class Writer {
  readonly remarks: string[] = [];
  readonly #program: Program;
  readonly #journal: Journal;
  readonly #language: 0 | 1;

  constructor(program: Program, journal: Journal, language: 0 | 1) {
    this.#program = program;
    this.#journal = journal;
    this.#language = language;
  }

  source(): string {
    const { bodies, callbacks } = this.#program;
    const functions: Lines = [
      ...callbacks.flatMap((block, index) => this.#callback(index, block)),
      ...bodies.map((block, index) => this.#body(index, block)).reverse()
        .flat(),
    ];
    const all = flatten(functions);
    // Only some programs make tasks in a group from outside of its block.
    const text = all.includes("last[0].")
      ? all
      : all.replaceAll(/^ *last\[0\] = .*\n/gm, "");
    const used = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
    const head = declarations(this.#program, used)
      .map((phrase) => this.#say(phrase)).join("\n");
    const top = imports(`${head}\n${text}`)[this.#language];
    return [top, head, text.trimEnd()].filter((part) => part !== "")
      .join("\n\n") + "\n";
  }

  #say(phrase: Phrase): string {
    return phrase[this.#language];
  }

  get #isPython(): boolean {
    return this.#language === 0;
  }

  /** A head, and lines below it. */
  #block(head: Phrase, lines: Lines, end = "}"): Lines {
    return this.#isPython
      ? [this.#say(head), lines.length > 0 ? lines : ["pass"]]
      : [this.#say(head), lines, end];
  }

  #body(index: number, block: Block): Lines {
    const name = index === 0 ? "main" : `body${index}`;
    const factory: Phrase = [
      "asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)",
      "getRunningLoop().setTaskFactory(eagerTaskFactory);",
    ];
    const lines = this.#statements(block, { groups: 0, limits: 0 });
    const exported = index === 0 ? "export " : "";
    return [
      ...this.#block(
        [
          `async def ${name}():`,
          `${exported}function* ${name}(): Coroutine<unknown> {`,
        ],
        index === 0 && this.#program.eager
          ? [this.#say(factory), ...lines]
          : lines,
      ),
      "",
    ];
  }

  #callback(index: number, block: Block): Lines {
    const lines = this.#statements(block, { groups: 0, limits: 0 });
    return [
      ...this.#block(
        [`def callback${index}():`, `function callback${index}() {`],
        lines,
      ),
      "",
      ...this.#block(
        [
          `def done${index}(future):`,
          `function done${index}(future: Future<unknown>) {`,
        ],
        [
          ...this.#end([
            `log("done", ${index}, future.cancelled())`,
            `log("done", ${index}, future.cancelled())`,
          ]),
          ...this.#end(both(`callback${index}()`)),
        ],
      ),
      "",
    ];
  }

  /** A statement that ends with its line. */
  #end(phrase: Phrase): Lines {
    return [this.#isPython ? phrase[0] : `${phrase[1]};`];
  }

  #statements(block: Block, around: Around): Lines {
    return block.flatMap((statement) => this.#guarded(statement, around));
  }

  /** Looks first, where the run found nothing in a slot. */
  #guarded(statement: Statement, around: Around): Lines {
    const outcomes = this.#journal.outcomesOf(statement);
    const [only] = outcomes;
    if (outcomes.size === 1 && only !== "done") {
      return this.#end(both(`log("${only}")`));
    }
    const lines = this.#statement(statement, around);
    if (outcomes.size <= 1) return lines;
    const slot = slotOf(statement);
    if (outcomes.has("circle") || slot === null) {
      this.remarks.push(`${statement[0]} did not turn out the same each time`);
      return lines;
    }
    return [
      ...this.#block(
        [`if at[${slot}] is None:`, `if (at[${slot}] === undefined) {`],
        this.#end(both('log("nothing")')),
        "} else {",
      ),
      ...this.#isPython ? ["else:", lines] : [lines, "}"],
    ];
  }

  #statement(s: Statement, around: Around): Lines {
    const phrase = simple(s, (expression) => this.#isMaybeEmpty(expression));
    if (phrase !== null) return this.#end(phrase);
    switch (s[0]) {
      case "repeat":
        return this.#block([
          `for _ in range(${s[1]}):`,
          `for (let i = 0; i < ${s[1]}; i++) {`,
        ], this.#statements(s[2], around));
      case "try":
        return this.#try(s, around);
      case "timeout": {
        const limits = around.limits + 1;
        return this.#inFunction(
          [
            `async with asyncio.timeout(${seconds(s[1])}) as limit${limits}:`,
            `timeout(${s[1]}, function* (limit${limits}): Coroutine<unknown> {`,
          ],
          s[2],
          { ...around, limits },
          [],
        );
      }
      case "group": {
        const groups = around.groups + 1;
        return this.#inFunction(
          [
            `async with asyncio.TaskGroup() as group${groups}:`,
            `taskGroup(function* (group${groups}): Coroutine<unknown> {`,
          ],
          s[1],
          { ...around, groups },
          this.#end([`last[0] = group${groups}`, `last[0] = group${groups}`]),
        );
      }
      case "groupTask": {
        const [, slot, body, eager] = s;
        const group = around.groups > 0 ? `group${around.groups}` : "last[0]";
        const [python, typescript] = taskArguments(body, eager, null);
        return this.#end([
          `at[${slot}] = ${group}.create_task(${python})`,
          `at[${slot}] = ${group}.createTask(${typescript})`,
        ]);
      }
      case "reschedule": {
        const limit = `limit${around.limits}`;
        const when: Phrase = s[1] === null ? ["None", "null"] : [
          `asyncio.get_running_loop().time() + ${seconds(s[1])}`,
          `getRunningLoop().time() + ${s[1]}`,
        ];
        return [
          ...this.#end(both(`log("expired", ${limit}.expired())`)),
          ...this.#end(both(`${limit}.reschedule(${this.#say(when)})`)),
        ];
      }
      case "asCompleted":
        return this.#asCompleted(s[1], s[2]);
      case "withLock":
        return this.#holding(`lock${s[1]}`, s[2], around);
      case "withSemaphore":
        return this.#holding(`semaphore${s[1]}`, s[2], around);
      case "withCondition":
        return this.#holding(`condition${s[1]}`, s[2], around);
      default:
        throw new TypeError(`No words for ${JSON.stringify(s)}`);
    }
  }

  #try(s: Extract<Statement, readonly ["try", ...unknown[]]>, around: Around) {
    const [, block, caught, handler, cleanup] = s;
    const lines: (string | Lines)[] = [
      this.#isPython ? "try:" : "try {",
      this.#orPass(this.#statements(block, around)),
    ];
    if (caught !== null) {
      const [errors, condition] = CATCHES[caught];
      lines.push(
        this.#isPython ? `except ${errors} as error:` : "} catch (error) {",
        [
          ...this.#isPython || condition === "false"
            ? []
            : [`if (${condition}) throw error;`],
          ...this.#end(both('log("caught", error)')),
          ...this.#statements(handler, around),
        ],
      );
    }
    if (cleanup !== null) {
      lines.push(
        this.#isPython ? "finally:" : "} finally {",
        this.#orPass(this.#statements(cleanup, around)),
      );
    }
    if (caught === null && cleanup === null) {
      lines.push(
        this.#isPython ? "finally:" : "} finally {",
        this.#orPass([]),
      );
    }
    return this.#isPython ? lines : [...lines, "}"];
  }

  #orPass(lines: Lines): Lines {
    return this.#isPython && lines.length === 0 ? ["pass"] : lines;
  }

  /** In TypeScript the block is a function of its own, and hands on `return`. */
  #inFunction(
    head: Phrase,
    block: Block,
    around: Around,
    first: Lines,
  ): Lines {
    const lines = [...first, ...this.#statements(block, around)];
    if (this.#isPython) return this.#block(head, lines);
    if (!returns(block)) return [`yield* ${head[1]}`, lines, "});"];
    return [
      "{",
      [
        `const returned = yield* ${head[1]}`,
        lines,
        "});",
        "if (returned !== undefined) return returned;",
      ],
      "}",
    ];
  }

  #asCompleted(items: readonly Expression[], limit: number | null): Lines {
    const next: Lines = this.#isPython
      ? [
        "try:",
        ['log("next", await each)'],
        "except Exception as error:",
        ['log("next", error)'],
      ]
      : [
        "try {",
        ['log("next", yield* each);'],
        "} catch (error) {",
        ["if (isCancelled(error)) throw error;", 'log("next", error);'],
        "}",
      ];
    const head = completions(items, limit, (each) => this.#isMaybeEmpty(each));
    return this.#block(head, next);
  }

  #holding(lock: string, block: Block, around: Around): Lines {
    const lines = this.#statements(block, around);
    if (this.#isPython) return this.#block(both(`async with ${lock}:`), lines);
    // Not `using`, which wraps an error when the release throws another one.
    return [
      `yield* ${lock}.acquire();`,
      "try {",
      lines,
      "} finally {",
      [`${lock}.release();`],
      "}",
    ];
  }

  #isMaybeEmpty(expression: Expression): boolean {
    return this.#journal.outcomesOf(expression).has("nothing");
  }
}

/** The slot that a statement reads; `null` when there is no single one. */
function slotOf(statement: Statement): number | null {
  switch (statement[0]) {
    case "cancel":
    case "state":
    case "onDone":
    case "removeOnDone":
      return statement[1];
    case "start":
      return slotOfExpression(statement[2]);
    case "await":
    case "waitFor":
      return slotOfExpression(statement[1]);
    default:
      return null;
  }
}

function slotOfExpression(expression: Expression): number | null {
  if (expression[0] === "slot") return expression[1];
  return expression[0] === "shield" ? slotOfExpression(expression[1]) : null;
}

function returns(block: Block): boolean {
  return JSON.stringify(block).includes('["return",');
}

function flatten(lines: Lines, indent = ""): string {
  return lines.map((line) =>
    typeof line === "string"
      ? `${line === "" ? "" : indent + line}\n`
      : flatten(line, `${indent}    `)
  ).join("");
}
