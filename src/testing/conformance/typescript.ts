/**
 * How the programs of the suite are said in TypeScript, in this library's words:
 * what a report shows, whatever the words of the loop that is judged.
 *
 * @module
 */

import type { Caught, Item, Value } from "./program.ts";
import type { Language, Simple } from "./source.ts";

/** TypeScript, with loopbook. */
export const TYPESCRIPT: Language = {
  head: (name, isCoroutine, _assigned, uses) => [
    `function${isCoroutine ? "*" : ""} ${name}(${uses ? "it" : ""}) {`,
  ],
  end: "}",
  nothing: "",
  line,
  repeat: (times) => `for (let turn = 0; turn < ${times}; turn++) {`,
  timeout: (limit) => `yield* timeout(${limit}, function* () {`,
  group: () => "yield* taskGroup(function* (group) {",
  attempt: "try {",
  caught: (kind) => `} catch (error) { // ${CAUGHT[kind]}`,
  cleanup: "} finally {",
  endOfScope: "});",
};

const CAUGHT: Readonly<Record<Caught, string>> = {
  Boom: "a Boom",
  cancellation: "a CancelledError",
  timeout: "a TimeoutError",
  error: "any error but a CancelledError",
  anything: "any error",
};

function line(s: Simple): string {
  switch (s[0]) {
    case "log":
      return `log(${s.slice(1).map(argument).join(", ")});`;
    case "callSoon":
      return `${named(s[2])}loop.callSoon(${s[1]});`;
    case "callLater":
    case "callAt":
      return `${named(s[3])}loop.${s[0]}(${s[1]}, ${s[2]});`;
    case "cancelHandle":
      return `${s[1]}.cancel();`;
    case "stop":
    case "close":
      return `loop.${s[0]}();`;
    case "reportErrors":
      return 'loop.setExceptionHandler((error) => log("hears", error));';
    case "future":
      return `${named(s[1])}loop.createFuture();`;
    case "foreignFuture":
      return `${named(s[1])}anotherLoop.createFuture();`;
    case "setResult":
      return `${object(s[1])}.setResult(${value(s[2])});`;
    case "setException":
      return `${object(s[1])}.setException(new Boom(${JSON.stringify(s[2])}));`;
    case "cancel":
    case "uncancel":
      return `${object(s[1])}.${s[0]}();`;
    case "addDoneCallback":
      return `${object(s[1])}.addDoneCallback(${s[2]});`;
    case "task":
      return `${named(s[1])}loop.createTask(${s[2]}());`;
    case "eagerTask":
      return `${named(s[1])}loop.createTask(${s[2]}(), { eagerStart: true });`;
    case "groupTask":
      return `${named(s[1])}group.createTask(${s[2]}());`;
    case "await":
      return `${local(s[2])}yield* ${object(s[1])};`;
    case "call":
      return `${local(s[2])}yield* ${s[1]}();`;
    case "sleep":
      return `yield* sleep(${s[1]});`;
    case "yieldNonsense":
      return "yield { nonsense: true };";
    case "raise":
      return `throw new Boom(${JSON.stringify(s[1])});`;
    case "rethrow":
      return "throw error;";
    case "return":
      return `return ${value(s[1])};`;
    case "variable":
      return `${named(s[1])}new ContextVar("${s[1]}", { defaultValue: ${
        value(s[2])
      } });`;
    case "write":
      return `${s[1]}.set(${value(s[2])});`;
    case "gather": {
      const options = s[3] ? ", { returnExceptions: true }" : "";
      return `${named(s[1])}gather(${list(s[2])}${options});`;
    }
    case "shield":
      return `${named(s[1])}shield(${item(s[2])});`;
    case "wait": {
      const options = [
        ...s[2] === null ? [] : [`timeout: ${s[2]}`],
        ...s[3] === "ALL_COMPLETED" ? [] : [`returnWhen: ${s[3]}`],
      ].join(", ");
      return `logSets(yield* wait(${list(s[1])}${
        options === "" ? "" : `, { ${options} }`
      }));`;
    }
    case "waitFor":
      return `${local(s[3])}yield* waitFor(${item(s[1])}, ${s[2]});`;
    case "asCompleted":
      return `for (const next of asCompleted(${list(s[1])}${
        s[2] === null ? "" : `, { timeout: ${s[2]} }`
      })) log("next", yield* next);`;
    case "lock":
    case "event":
    case "condition":
      return `${named(s[1])}new ${capital(s[0])}();`;
    case "semaphore":
    case "queue":
    case "barrier":
      return `${named(s[1])}new ${capital(s[0])}(${s[2]});`;
    case "do":
      return `${call(s[1], s[2], s[3])};`;
    case "awaitDo":
      return `${local(s[4])}yield* ${call(s[1], s[2], s[3])};`;
    case "run":
      return "loop.run();";
    case "runMain":
      return `log("returns", run(${s[1]}()));`;
  }
}

function argument(each: unknown): string {
  return value(each as Value);
}

function value(each: Value): string {
  if (typeof each !== "object" || each === null) return JSON.stringify(each);
  switch (each[0]) {
    case "get":
      return each[1];
    case "read":
      return `${each[1]}.get()`;
    case "same":
      return `${object(each[1])} === ${object(each[2])}`;
    case "removeDoneCallback":
      return `${object(each[1])}.removeDoneCallback(${each[2]})`;
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
  if (method === "shutdownNow") return `${name}.shutdown({ immediate: true })`;
  return `${name}.${method}(${args.map(value).join(", ")})`;
}

function object(name: string): string {
  return name === "self" ? "currentTask()" : name;
}

function list(items: readonly Item[]): string {
  return `[${items.map(item).join(", ")}]`;
}

function item(each: Item): string {
  return typeof each === "string" ? each : `${each[1]}()`;
}

function named(name: string | undefined): string {
  return name === undefined ? "" : `${name} = `;
}

function local(name: string | undefined): string {
  return name === undefined ? "" : `const ${name} = `;
}

function capital(word: string): string {
  return `${word[0]!.toUpperCase()}${word.slice(1)}`;
}
