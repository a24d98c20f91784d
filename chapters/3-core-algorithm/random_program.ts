/**
 * Random programs, as data, run on both loops.
 *
 * Tasks start children, wait for them, cancel anybody, throw, swallow errors
 * and clean up. A task waits only for its own children, so no two ever wait for
 * each other.
 *
 * @module
 */

import {
  type Asyncio,
  onLibrary,
  onStage6,
  type Program,
  type Running,
} from "./both.ts";

/** One thing a task does. */
export type Action =
  | { readonly do: "say" | "throw" }
  | { readonly do: "sleep"; readonly delay: number }
  | { readonly do: "start"; readonly body: readonly Action[] }
  | { readonly do: "wait" | "cancel"; readonly which: number }
  | { readonly do: "swallow"; readonly body: readonly Action[] }
  | {
    readonly do: "clean up";
    readonly body: readonly Action[];
    readonly after: readonly Action[];
  };

/** The body of a main task, the same for the same seed. */
export function randomBody(seed: number): Action[] {
  const random = generator(seed);
  const below = (limit: number) => Math.floor(random() * limit);

  function body(depth: number): Action[] {
    return Array.from({ length: 1 + below(5) }, () => action(depth));
  }
  function action(depth: number): Action {
    const kind = below(depth > 0 ? 14 : 8);
    if (kind < 2) return { do: "say" };
    if (kind < 5) return { do: "sleep", delay: below(4) };
    if (kind === 5) return { do: "cancel", which: below(8) };
    if (kind === 6) return { do: "wait", which: below(4) };
    if (kind === 7) return { do: below(4) === 0 ? "throw" : "say" };
    if (kind < 11) return { do: "start", body: body(depth - 1) };
    if (kind === 11) return { do: "swallow", body: body(depth - 1) };
    return { do: "clean up", body: body(depth - 1), after: body(0) };
  }
  return Array.from({ length: 8 }, () => action(3));
}

/** The program that does what a body says. */
export function programOf(main: readonly Action[]): Program {
  return function* program<Y>({ sleep, createTask, say }: Asyncio<Y>) {
    const everybody: Running<Y, void>[] = [];
    function* task(body: readonly Action[]): Generator<Y, void> {
      const number = everybody.length;
      const children: Running<Y, void>[] = [];

      function* act(actions: readonly Action[]): Generator<Y, void> {
        for (const [index, action] of actions.entries()) {
          say(`task ${number} at ${index}: ${action.do}`);
          yield* one(action);
        }
      }
      function* one(action: Action): Generator<Y, void> {
        if (action.do === "throw") throw new Error(`from task ${number}`);
        if (action.do === "sleep") yield* sleep(action.delay);
        if (action.do === "start") {
          const child = createTask(task(action.body));
          everybody.push(child);
          children.push(child);
        }
        if (action.do === "wait") {
          const child = children[action.which % children.length];
          if (child !== undefined) yield* child.result();
        }
        if (action.do === "cancel") {
          const victim = everybody[action.which % everybody.length];
          if (victim !== undefined) say(`cancelled: ${victim.cancel()}`);
        }
        if (action.do === "swallow") {
          try {
            yield* act(action.body);
          } catch (error) {
            say(`task ${number} swallows ${error}`);
          }
        }
        if (action.do === "clean up") {
          try {
            yield* act(action.body);
          } finally {
            say(`task ${number} cleans up`);
            yield* act(action.after);
          }
        }
      }
      yield* act(body);
    }

    try {
      yield* task(main);
    } catch (error) {
      say(`main fails with ${error}`);
    }
    for (const task of everybody) {
      try {
        yield* task.result();
      } catch (error) {
        say(`a task failed with ${error}`);
      }
    }
  };
}

/** A small random generator (mulberry32): numbers from 0 to 1 for a seed. */
function generator(seed: number): () => number {
  return () => {
    seed = seed + 0x6d2b79f5 | 0;
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
  };
}

// #region main
export function main(): void {
  let lines = 0;
  let different = 0;
  for (let seed = 1; seed <= 1000; seed++) {
    const program = programOf(randomBody(seed));
    const ours = onStage6(program);
    const theirs = onLibrary(program);
    lines += ours.length;
    if (ours.join("\n") !== theirs.join("\n")) different++;
  }
  console.log(`1000 random programs said ${lines} lines on stage 6;`);
  console.log(`the library disagreed on ${different} of the programs`);
}
// #endregion

if (import.meta.main) main();
