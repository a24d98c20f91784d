/**
 * What stands at the head of a program's source.
 *
 * @module
 */
import { both, makeQueue, type Phrase } from "./phrasebook.ts";
import type { Program } from "./program.ts";

/**
 * What a program declares.
 *
 * @param program the program
 * @param isUsed whether a name occurs in its functions
 * @returns the declarations, in both languages
 */
export function declarations(
  program: Program,
  isUsed: (name: string) => boolean,
): Phrase[] {
  const all: [string, Phrase][] = [
    ["at", ["at = [None] * 4", "const at: any[] = [];"]],
    ["handle", ["handle = [None] * 2", "const handle: any[] = [];"]],
    ["last", ["last = [None]", "const last: any[] = [];"]],
    ["count", ["count = [0, 0]", "const count = [0, 0];"]],
    ["variable", [
      'variable = contextvars.ContextVar("variable", default=0)',
      'const variable = new ContextVar("variable", { defaultValue: 0 });',
    ]],
    ...indexes(2).map((index): [string, Phrase] => [
      `lock${index}`,
      made(`lock${index}`, both("Lock()")),
    ]),
    ["condition0", made("condition0", both("Condition()"))],
    ["condition1", made("condition1", both("Condition(lock1)"))],
    ...indexes(2).map((index): [string, Phrase] => [
      `event${index}`,
      made(`event${index}`, both("Event()")),
    ]),
    ...program.semaphores.map(([value, bounded], index): [string, Phrase] => [
      `semaphore${index}`,
      made(
        `semaphore${index}`,
        both(`${bounded ? "Bounded" : ""}Semaphore(${value})`),
      ),
    ]),
    ...program.barriers.map((parties, index): [string, Phrase] => [
      `barrier${index}`,
      made(`barrier${index}`, both(`Barrier(${parties})`)),
    ]),
    ...program.queues.map(([kind, size], index): [string, Phrase] => {
      const [python, typescript] = makeQueue(kind, size);
      return [
        `queue${index}`,
        [`queue${index} = ${python}`, `const queue${index} = ${typescript};`],
      ];
    }),
    ["there", [
      "def there(*futures):\n    return [future for future in futures if future is not None]",
      "function there(...futures: any[]) {\n    return futures.filter((future) => future !== undefined);\n}",
    ]],
    ["waited", [
      'def waited(sets):\n    log("waited", len(sets[0]), len(sets[1]))',
      'function waited({ done, pending }: WaitResult<any>) {\n    log("waited", done.size, pending.size);\n}',
    ]],
    ["state", [PYTHON_STATE, TYPESCRIPT_STATE]],
  ];
  const needsLock1 = isUsed("condition1");
  return all.filter(([name]) => isUsed(name) || name === "lock1" && needsLock1)
    .map(([, phrase]) => phrase);
}

const PYTHON_STATE = `\
def state(future):
    if not future.done():
        log("pending")
    elif future.cancelled():
        log("cancelled")
    elif future.exception() is None:
        log("result", future.result())
    else:
        log("failed", future.exception())`;

const TYPESCRIPT_STATE = `\
function state(future: Future<unknown>) {
    if (!future.done()) log("pending");
    else if (future.cancelled()) log("cancelled");
    else if (future.exception() === undefined) log("result", future.result());
    else log("failed", future.exception());
}`;

function made(name: string, [maker]: Phrase): Phrase {
  return [`${name} = asyncio.${maker}`, `const ${name} = new ${maker};`];
}

function indexes(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** What each language imports for a text. */
export function imports(text: string): Phrase {
  const isUsed = (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const words = ["Boom", "log"].filter(isUsed).join(", ");
  const names = NAMES.filter(isUsed);
  const types = TYPES.filter(isUsed).map((name) => `type ${name}`);
  const own = [...names, ...types].join(", ");
  return [
    [
      "import asyncio",
      ...isUsed("contextvars") ? ["import contextvars"] : [],
      ...words === "" ? [] : [`from words import ${words}`],
    ].join("\n"),
    [
      ...own === "" ? [] : [`import { ${own} } from "@loopbook/loopbook";`],
      ...words === "" ? [] : [`import { ${words} } from "./words.ts";`],
    ].join("\n"),
  ];
}

const TYPES = ["Coroutine", "Future", "WaitResult"];

const NAMES = [
  "ALL_COMPLETED",
  "allTasks",
  "asCompleted",
  "Barrier",
  "BoundedSemaphore",
  "Condition",
  "ContextVar",
  "createTask",
  "currentTask",
  "eagerTaskFactory",
  "Event",
  "FIRST_COMPLETED",
  "FIRST_EXCEPTION",
  "gather",
  "getRunningLoop",
  "isCancelled",
  "LifoQueue",
  "Lock",
  "PriorityQueue",
  "Queue",
  "Semaphore",
  "shield",
  "sleep",
  "taskGroup",
  "timeout",
  "wait",
  "waitFor",
];
