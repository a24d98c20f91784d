/**
 * The programs of the suite, as data.
 *
 * A program is a script and the bodies that it names. Every statement is a list
 * whose first word says what to do; the words are asyncio's in camelCase. The
 * same data is interpreted against an adapter (`interpreter.ts`) and written out
 * as Python and as TypeScript (`source.ts`).
 *
 * @module
 */

/** What can stand in a `log` or be a result: a value, or how to get one. */
export type Value = string | number | boolean | null | Expression;

/** How to get a value. `self` is the current task, `it` a callback's future. */
export type Expression =
  | readonly [
    | "done"
    | "cancelled"
    | "result"
    | "exception"
    | "cancel"
    | "cancelling"
    | "uncancel",
    future: string,
  ]
  | readonly ["removeDoneCallback", future: string, callback: string]
  /** What a wait has given, or the `error` that was caught. */
  | readonly ["get", local: string]
  | readonly ["read", variable: string]
  | readonly ["same", future: string, other: string]
  | readonly [
    "do",
    object: string,
    method: string,
    args?: readonly Value[],
  ];

/** What a combinator takes: the name of a future, or a coroutine to make. */
export type Item = string | readonly ["coroutine", body: string];

/** What a `catch` takes. */
export type Caught = "Boom" | "cancellation" | "timeout" | "error" | "anything";

/** A thing to do. */
export type Statement =
  | readonly ["log", ...Value[]]
  | readonly ["callSoon", callback: string, handle?: string]
  | readonly ["callLater", delay: number, callback: string, handle?: string]
  | readonly ["callAt", when: number, callback: string, handle?: string]
  | readonly ["cancelHandle", handle: string]
  | readonly ["stop" | "close" | "reportErrors"]
  | readonly ["future", name: string]
  | readonly ["foreignFuture", name: string]
  | readonly ["setResult", future: string, value: Value]
  | readonly ["setException", future: string, message: string]
  | readonly ["cancel", future: string]
  | readonly ["uncancel", task: string]
  | readonly ["addDoneCallback", future: string, callback: string]
  | readonly ["task" | "eagerTask" | "groupTask", name: string, body: string]
  | readonly ["await", future: string, local?: string]
  | readonly ["call", body: string, local?: string]
  | readonly ["sleep", delay: number]
  | readonly ["yieldNonsense"]
  | readonly ["raise", message: string]
  | readonly ["rethrow"]
  | readonly ["return", value: Value]
  | readonly [
    "try",
    block: Block,
    caught: Caught | null,
    handler: Block,
    cleanup?: Block,
  ]
  | readonly ["repeat", times: number, block: Block]
  | readonly ["variable", name: string, initial: Value]
  | readonly ["write", variable: string, value: Value]
  | readonly ["gather", name: string, items: readonly Item[], errors?: boolean]
  | readonly ["shield", name: string, item: Item]
  | readonly [
    "wait",
    futures: readonly string[],
    limit: number | null,
    returnWhen: "ALL_COMPLETED" | "FIRST_COMPLETED" | "FIRST_EXCEPTION",
  ]
  | readonly ["waitFor", item: Item, limit: number | null, local?: string]
  | readonly ["timeout", limit: number, block: Block]
  | readonly ["group", block: Block]
  | readonly ["asCompleted", futures: readonly string[], limit: number | null]
  | readonly ["lock" | "event" | "condition", name: string]
  | readonly ["semaphore" | "queue" | "barrier", name: string, size: number]
  | readonly [
    "do",
    object: string,
    method: string,
    args?: readonly Value[],
  ]
  | readonly [
    "awaitDo",
    object: string,
    method: string,
    args: readonly Value[],
    local?: string,
  ]
  /** Only in the script: runs the loop. */
  | readonly ["run"]
  /** Only in the script: runs a coroutine as `asyncio.run` does. */
  | readonly ["runMain", body: string];

/** Things to do one after the other. */
export type Block = readonly Statement[];

/** A program. */
export interface Program {
  /** What happens first; by default a task of `main` is made and the loop run. */
  readonly script?: Block;
  /** Bodies of functions that the loop calls. */
  readonly callbacks?: Readonly<Record<string, Block>>;
  /** Bodies of coroutines. */
  readonly coroutines?: Readonly<Record<string, Block>>;
}

/** The script of a program that has none. */
export const DEFAULT_SCRIPT: Block = [["task", "main", "main"], ["run"]];

/** A program and what CPython does with it. */
export interface RecordedCase {
  /** The number of the rule. */
  readonly rule: number;
  /** What the case pins down, in a sentence. */
  readonly title: string;
  /** The program. */
  readonly program: Program;
  /** The lines it prints: `<milliseconds> <who> <text>`. */
  readonly expected: readonly string[];
}

/** Everything that was recorded. */
export interface Recorded {
  /** The version of CPython. */
  readonly python: string;
  /** The cases, by rule. */
  readonly cases: readonly RecordedCase[];
}
