/**
 * Every statement in both languages, side by side.
 *
 * @module
 */
import type {
  Catch,
  Expression,
  Limit,
  QueueKind,
  Statement,
} from "./program.ts";

/** Both languages at once: the same index everywhere. */
export type Phrase = readonly [python: string, typescript: string];

/** Milliseconds as Python's seconds. */
export function seconds(milliseconds: Limit): string {
  return milliseconds === null ? "None" : String(milliseconds / 1000);
}

const MAKERS: Readonly<Record<QueueKind, string>> = {
  fifo: "Queue",
  lifo: "LifoQueue",
  priority: "PriorityQueue",
};

/** How a queue is made. */
export function makeQueue(kind: QueueKind, size: number): Phrase {
  return [`asyncio.${MAKERS[kind]}(${size})`, `new ${MAKERS[kind]}(${size})`];
}

/** Which errors an `except` takes; in TypeScript, when to throw them on. */
export const CATCHES: Readonly<Record<Catch, Phrase>> = {
  error: ["Exception", "isCancelled(error)"],
  cancelled: ["asyncio.CancelledError", "!isCancelled(error)"],
  any: ["(Exception, asyncio.CancelledError)", "false"],
};

/** A list of awaitables; `there` leaves out those of empty slots. */
function list(items: readonly Phrase[], maybeEmpty: boolean): Phrase {
  const [python, typescript] = [0, 1].map((language) =>
    items.map((item) => item[language as 0 | 1]).join(", ")
  );
  return maybeEmpty
    ? [`*there(${python})`, `...there(${typescript})`]
    : [python!, typescript!];
}

/** Something that can be awaited. */
export function awaitable(
  expression: Expression,
  isMaybeEmpty: (expression: Expression) => boolean,
): Phrase {
  const inner = (each: Expression) => awaitable(each, isMaybeEmpty);
  switch (expression[0]) {
    case "slot":
      return both(`at[${expression[1]}]`);
    case "call":
      return both(`body${expression[1]}()`);
    case "sleeping": {
      const [, delay, result] = expression;
      return [
        `asyncio.sleep(${seconds(delay)}, ${result})`,
        `sleep(${delay}, ${result})`,
      ];
    }
    case "task": {
      const [, body, eager, named] = expression;
      const name = named ? `b${body}` : null;
      const [python, typescript] = taskArguments(body, eager, name);
      return [`asyncio.create_task(${python})`, `createTask(${typescript})`];
    }
    case "gather": {
      const [, items, returnExceptions] = expression;
      const [python, typescript] = list(
        items.map(inner),
        items.some(isMaybeEmpty),
      );
      const separator = items.length > 0 ? ", " : "";
      return returnExceptions
        ? [
          `asyncio.gather(${python}${separator}return_exceptions=True)`,
          `gather([${typescript}], { returnExceptions: true })`,
        ]
        : [`asyncio.gather(${python})`, `gather([${typescript}])`];
    }
    case "shield": {
      const [python, typescript] = inner(expression[1]);
      return [`asyncio.shield(${python})`, `shield(${typescript})`];
    }
    case "future":
      return [
        "asyncio.get_running_loop().create_future()",
        "getRunningLoop().createFuture<unknown>()",
      ];
  }
}

/** The arguments of `createTask`, of the loop or of a group. */
export function taskArguments(
  body: number,
  eager: boolean,
  name: string | null,
): Phrase {
  const python = [`body${body}()`];
  const typescript: string[] = [];
  if (eager) {
    python.push("eager_start=True");
    typescript.push("eagerStart: true");
  }
  if (name !== null) {
    python.push(`name="${name}"`);
    typescript.push(`name: "${name}"`);
  }
  const options = typescript.length > 0 ? `, { ${typescript.join(", ")} }` : "";
  return [python.join(", "), `body${body}()${options}`];
}

/** What a statement without a block says. */
export function simple(
  s: Statement,
  isMaybeEmpty: (expression: Expression) => boolean,
): Phrase | null {
  const make = (each: Expression) => awaitable(each, isMaybeEmpty);
  switch (s[0]) {
    case "log":
      return both(`log(${s[1]})`);
    case "raise":
      return [`raise Boom(${s[1]})`, `throw new Boom("${s[1]}")`];
    case "return":
      return both(`return ${s[1]}`);
    case "sleep":
      return [`await asyncio.sleep(${seconds(s[1])})`, `yield* sleep(${s[1]})`];
    case "start": {
      const [python, typescript] = make(s[2]);
      return [`at[${s[1]}] = ${python}`, `at[${s[1]}] = ${typescript}`];
    }
    case "await": {
      const [python, typescript] = make(s[1]);
      return [
        `log("got", await ${python})`,
        `log("got", yield* ${typescript})`,
      ];
    }
    case "waitFor": {
      const [python, typescript] = make(s[1]);
      return [
        `log("in time", await asyncio.wait_for(${python}, ${seconds(s[2])}))`,
        `log("in time", yield* waitFor(${typescript}, ${s[2]}))`,
      ];
    }
    case "cancel": {
      const message = s[2] === null ? "" : `"${s[2]}"`;
      return both(`log("cancel", at[${s[1]}].cancel(${message}))`);
    }
    case "cancelSelf":
      return ["asyncio.current_task().cancel()", "currentTask()!.cancel()"];
    case "uncancel":
      return [
        'log("uncancel", asyncio.current_task().cancelling(), asyncio.current_task().uncancel())',
        'log("uncancel", currentTask()!.cancelling(), currentTask()!.uncancel())',
      ];
    case "state":
      return both(`state(at[${s[1]}])`);
    case "setResult":
      return [
        `at[${s[1]}].set_result(${s[2]})`,
        `at[${s[1]}].setResult(${s[2]})`,
      ];
    case "setError":
      return [
        `at[${s[1]}].set_exception(Boom(${s[2]}))`,
        `at[${s[1]}].setException(new Boom("${s[2]}"))`,
      ];
    case "onDone":
      return [
        `at[${s[1]}].add_done_callback(done${s[2]})`,
        `at[${s[1]}].addDoneCallback(done${s[2]})`,
      ];
    case "removeOnDone":
      return [
        `log("removed", at[${s[1]}].remove_done_callback(done${s[2]}))`,
        `log("removed", at[${s[1]}].removeDoneCallback(done${s[2]}))`,
      ];
    case "callSoon":
      return [
        `handle[${s[1]}] = asyncio.get_running_loop().call_soon(callback${
          s[2]
        })`,
        `handle[${s[1]}] = getRunningLoop().callSoon(callback${s[2]})`,
      ];
    case "callLater":
      return [
        `handle[${s[1]}] = asyncio.get_running_loop().call_later(${
          seconds(s[2])
        }, callback${s[3]})`,
        `handle[${s[1]}] = getRunningLoop().callLater(${s[2]}, callback${
          s[3]
        })`,
      ];
    case "cancelHandle":
      return both(`handle[${s[1]}].cancel()`);
    case "setVariable":
      return both(`variable.set(${s[1]})`);
    case "getVariable":
      return both(`log("variable", variable.get())`);
    case "allTasks":
      return ['log("tasks", asyncio.all_tasks())', 'log("tasks", allTasks())'];
    case "currentTask":
      return [
        'log("current", asyncio.current_task())',
        'log("current", currentTask())',
      ];
    case "acquire":
      return awaiting(`lock${s[1]}.acquire()`);
    case "release":
      return both(`lock${s[1]}.release()`);
    case "acquirePermit":
      return awaiting(`semaphore${s[1]}.acquire()`);
    case "releasePermit":
      return both(`semaphore${s[1]}.release()`);
    case "conditionWait":
      return logging("notified", `condition${s[1]}.wait()`);
    case "conditionWaitFor":
      return [
        `await condition${s[1]}.wait_for(lambda: count[${s[1]}] >= ${s[2]})`,
        `yield* condition${s[1]}.waitFor(() => count[${s[1]}]! >= ${s[2]})`,
      ];
    case "count":
      return [`count[${s[1]}] += 1`, `count[${s[1]}]!++`];
    case "notify":
      return s[2] === null
        ? [`condition${s[1]}.notify_all()`, `condition${s[1]}.notifyAll()`]
        : both(`condition${s[1]}.notify(${s[2]})`);
    case "eventWait":
      return logging("event", `event${s[1]}.wait()`);
    case "eventSet":
      return both(`event${s[1]}.set()`);
    case "eventClear":
      return both(`event${s[1]}.clear()`);
    case "barrierWait":
      return logging("barrier", `barrier${s[1]}.wait()`);
    case "barrierAbort":
      return awaiting(`barrier${s[1]}.abort()`);
    case "barrierReset":
      return awaiting(`barrier${s[1]}.reset()`);
    case "put":
      return awaiting(`queue${s[1]}.put(${s[2]})`);
    case "get":
      return logging("item", `queue${s[1]}.get()`);
    case "putNowait":
      return [
        `queue${s[1]}.put_nowait(${s[2]})`,
        `queue${s[1]}.putNowait(${s[2]})`,
      ];
    case "getNowait":
      return [
        `log("item", queue${s[1]}.get_nowait())`,
        `log("item", queue${s[1]}.getNowait())`,
      ];
    case "taskDone":
      return [`queue${s[1]}.task_done()`, `queue${s[1]}.taskDone()`];
    case "join":
      return awaiting(`queue${s[1]}.join()`);
    case "shutdown":
      return [
        `queue${s[1]}.shutdown(${s[2] ? "immediate=True" : ""})`,
        `queue${s[1]}.shutdown(${s[2] ? "{ immediate: true }" : ""})`,
      ];
    case "wait": {
      const [, slots, limit, when] = s;
      const items = slots.map((slot): Phrase => both(`at[${slot}]`));
      const [python, typescript] = list(items, slots.length > 0);
      const timeout = limit === null ? "" : `timeout: ${limit}, `;
      return [
        `waited(await asyncio.wait([${python}], timeout=${
          seconds(limit)
        }, return_when=asyncio.${when}))`,
        `waited(yield* wait([${typescript}], { ${timeout}returnWhen: ${when} }))`,
      ];
    }
    default:
      return null;
  }
}

/** The head of the loop over what completes. */
export function completions(
  items: readonly Expression[],
  limit: Limit,
  isMaybeEmpty: (expression: Expression) => boolean,
): Phrase {
  const [python, typescript] = list(
    items.map((each) => awaitable(each, isMaybeEmpty)),
    items.some(isMaybeEmpty),
  );
  return [
    `for each in asyncio.as_completed([${python}], timeout=${seconds(limit)}):`,
    `for (const each of asCompleted([${typescript}], { timeout: ${limit} })) {`,
  ];
}

/** The same words in both languages. */
export function both(text: string): Phrase {
  return [text, text];
}

function awaiting(call: string): Phrase {
  return [`await ${call}`, `yield* ${call}`];
}

function logging(label: string, call: string): Phrase {
  return [`log("${label}", await ${call})`, `log("${label}", yield* ${call})`];
}
