/**
 * How the programs of the suite are said in Python. CPython runs exactly this.
 *
 * @module
 */

import type { Caught, Item, Value } from "./program.ts";
import type { Language, Simple } from "./source.ts";

/** Python, with asyncio. */
export const PYTHON: Language = {
  head: (name, isCoroutine, assigned, uses) => [
    isCoroutine
      ? `async def ${name}_body():`
      : `def ${name}(${uses ? "it" : "it=None"}):`,
    ...assigned.length === 0 ? [] : [`    global ${assigned.join(", ")}`],
  ],
  end: null,
  nothing: "pass",
  line,
  repeat: (times) => `for _ in range(${times}):`,
  timeout: (limit) => `async with asyncio.timeout(${seconds(limit)}):`,
  group: () => "async with asyncio.TaskGroup() as group:",
  attempt: "try:",
  caught: (kind) => `except ${CAUGHT[kind]} as error:`,
  cleanup: "finally:",
  endOfScope: null,
};

const CAUGHT: Readonly<Record<Caught, string>> = {
  Boom: "Boom",
  cancellation: "asyncio.CancelledError",
  timeout: "TimeoutError",
  error: "Exception",
  anything: "BaseException",
};

function line(s: Simple, who: string): string {
  switch (s[0]) {
    case "log":
      return `log(${
        [JSON.stringify(who), ...s.slice(1).map(argument)].join(", ")
      })`;
    case "callSoon":
      return `${named(s[2])}loop.call_soon(${s[1]})`;
    case "callLater":
      return `${named(s[3])}loop.call_later(${seconds(s[1])}, ${s[2]})`;
    case "callAt":
      return `${named(s[3])}loop.call_at(${seconds(s[1])}, ${s[2]})`;
    case "cancelHandle":
      return `${s[1]}.cancel()`;
    case "stop":
      return "loop.stop()";
    case "close":
      return "close()";
    case "reportErrors":
      return "report_errors()";
    case "future":
      return `${s[1]} = loop.create_future()`;
    case "foreignFuture":
      return `${s[1]} = another_loop.create_future()`;
    case "setResult":
      return `${object(s[1])}.set_result(${value(s[2])})`;
    case "setException":
      return `${object(s[1])}.set_exception(Boom(${JSON.stringify(s[2])}))`;
    case "cancel":
    case "uncancel":
      return `${object(s[1])}.${s[0]}()`;
    case "addDoneCallback":
      return `${object(s[1])}.add_done_callback(${s[2]})`;
    case "task":
      return `${s[1]} = loop.create_task(${s[2]}_body())`;
    case "eagerTask":
      return `${s[1]} = loop.create_task(${s[2]}_body(), eager_start=True)`;
    case "groupTask":
      return `${s[1]} = group.create_task(${s[2]}_body())`;
    case "await":
      return `${named(s[2])}await ${object(s[1])}`;
    case "call":
      return `${named(s[2])}await ${s[1]}_body()`;
    case "sleep":
      return `await asyncio.sleep(${seconds(s[1])})`;
    case "yieldNonsense":
      return "await nonsense()";
    case "raise":
      return `raise Boom(${JSON.stringify(s[1])})`;
    case "rethrow":
      return "raise";
    case "return":
      return `return ${value(s[1])}`;
    case "variable":
      return `${s[1]} = contextvars.ContextVar("${s[1]}", default=${
        value(s[2])
      })`;
    case "write":
      return `${s[1]}.set(${value(s[2])})`;
    case "gather": {
      const items = s[2].map(item);
      if (s[3]) items.push("return_exceptions=True");
      return `${s[1]} = asyncio.gather(${items.join(", ")})`;
    }
    case "shield":
      return `${s[1]} = asyncio.shield(${item(s[2])})`;
    case "wait":
      return `log_sets(${JSON.stringify(who)}, await asyncio.wait([${
        s[1].join(", ")
      }], timeout=${seconds(s[2])}, return_when="${s[3]}"))`;
    case "waitFor":
      return `${named(s[3])}await asyncio.wait_for(${item(s[1])}, ${
        seconds(s[2])
      })`;
    case "asCompleted":
      return `await log_each(${JSON.stringify(who)}, asyncio.as_completed([${
        s[1].join(", ")
      }], timeout=${seconds(s[2])}))`;
    case "lock":
    case "event":
    case "condition":
      return `${s[1]} = asyncio.${capital(s[0])}()`;
    case "semaphore":
    case "queue":
    case "barrier":
      return `${s[1]} = asyncio.${capital(s[0])}(${s[2]})`;
    case "do":
      return call(s[1], s[2], s[3]);
    case "awaitDo":
      return `${named(s[4])}await ${call(s[1], s[2], s[3])}`;
    case "run":
      return "run()";
    case "runMain":
      return `run_main(${s[1]}_body())`;
  }
}

function argument(each: unknown): string {
  return value(each as Value);
}

function value(each: Value): string {
  if (each === null) return "None";
  if (each === true) return "True";
  if (each === false) return "False";
  if (typeof each !== "object") return JSON.stringify(each);
  switch (each[0]) {
    case "get":
      return each[1];
    case "read":
      return `${each[1]}.get()`;
    case "same":
      return `${object(each[1])} is ${object(each[2])}`;
    case "removeDoneCallback":
      return `${object(each[1])}.remove_done_callback(${each[2]})`;
    case "do":
      return call(each[1], each[2], each[3]);
    default:
      return `${object(each[1])}.${each[0]}()`;
  }
}

function call(
  name: string,
  method: string,
  args: readonly Value[] = [],
): string {
  if (method === "shutdownNow") return `${name}.shutdown(immediate=True)`;
  const snake = method.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  return `${name}.${snake}(${args.map(value).join(", ")})`;
}

function object(name: string): string {
  return name === "self" ? "asyncio.current_task()" : name;
}

function item(each: Item): string {
  return typeof each === "string" ? each : `${each[1]}_body()`;
}

function named(name: string | undefined): string {
  return name === undefined ? "" : `${name} = `;
}

function capital(word: string): string {
  return `${word[0]!.toUpperCase()}${word.slice(1)}`;
}

function seconds(ms: number | null): string {
  return ms === null ? "None" : `${ms / 1000}`;
}
