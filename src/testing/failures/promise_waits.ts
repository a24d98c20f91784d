/**
 * Who waits for whom among plain promises.
 *
 * A promise doesn't tell who waits for it, nor who was to settle it; that is why
 * a hang in async code is so hard to read. But V8 tells when a promise is made,
 * and from which other one: `await p` makes a promise with the parent `p`, in the
 * stack of the function that waits. So for the one run that hangs, every promise
 * is noted with its stack when it is made and struck out when it is settled. What
 * is left are the waits, with their places in the source:
 *
 * ```text
 * body ──▶ program()         since bank.ts:41:9
 * program() ──▶ a promise    since bank.ts:30:5, made at bank.ts:12:20
 * ```
 *
 * Noting costs a stack per promise, which is nothing once and would be a lot a
 * million times. Where the host has no such hooks (browsers), there is nothing to
 * tell and nothing is told.
 *
 * @module
 */

import { isLibrary } from "../host/origins.ts";
import { hookPromises } from "../virtual/promise_watch.ts";
import type { WaitEdge } from "../runs/run_outcome.ts";

/** Waits that are told at most: the nearest to the end of the chain. */
const MOST = 8;

/** Notes promises from when it is made until it is closed. */
export class AwaitWatch {
  readonly #made: Map<unknown, Made> = new Map();
  readonly #stop: () => void;

  constructor() {
    const made = this.#made;
    this.#stop = hookPromises({
      made(promise, parent) {
        const frames = framesOf(new Error().stack ?? "");
        made.set(promise, { parent, frames });
      },
      settled: (promise) => void made.delete(promise),
    }) ?? (() => {});
  }

  /**
   * Notes no more.
   *
   * @returns who still waits for what; empty where the host can't say
   */
  close(): WaitEdge[] {
    this.#stop();
    const edges: WaitEdge[] = [];
    for (const waiting of this.#made.values()) {
      const awaited = this.#made.get(waiting.parent);
      const edge = awaited && edgeBetween(waiting, awaited);
      if (edge) edges.push(edge);
    }
    if (edges.length === 0) edges.push(...this.#ofTheBody());
    // First those at the end of a chain: there somebody has to do something.
    const waits = together(edges);
    const inner = new Set(waits.map(({ waiter }) => waiter));
    const ends = waits.filter(({ target }) => !inner.has(target));
    const others = waits.filter(({ target }) => inner.has(target));
    return [...ends, ...others].slice(0, MOST);
  }

  /** Nobody awaits anything but the kit, which awaits what the body returned. */
  *#ofTheBody(): Generator<WaitEdge> {
    for (const { parent, frames } of this.#made.values()) {
      const returned = this.#made.get(parent);
      if (returned === undefined || firstOfTheirs(frames) !== null) continue;
      const target = describe(returned, NOWHERE);
      yield { waiter: "body", target, holder: null, origin: null };
    }
  }
}

/** A promise that is not settled. */
interface Made {
  /** The promise it was derived from, by `await` or `then`. */
  readonly parent: unknown;
  readonly frames: readonly Frame[];
}

/** A line of a stack. */
interface Frame {
  /** The function's name, empty for none. */
  readonly name: string;
  /** `file:///…/bank.ts:12:20`; empty for what is the engine's own. */
  readonly place: string;
}

const NOWHERE: Frame = { name: "", place: "" };

function edgeBetween(waiting: Made, awaited: Made): WaitEdge | null {
  const waiter = firstOfTheirs(waiting.frames);
  if (waiter === null) return null;
  return {
    waiter: nameOf(waiter),
    target: calledFunction(awaited) ?? describe(awaited, waiter),
    holder: null, // names are of functions, and two calls have one name
    origin: waiter.place,
  };
}

/** Waits of the same function at the same place, told once. */
function together(edges: readonly WaitEdge[]): WaitEdge[] {
  const groups = new Map<string, WaitEdge[]>();
  for (const edge of edges) {
    const key = `${edge.waiter} ${edge.origin} ${edge.target}`;
    groups.set(key, [...groups.get(key) ?? [], edge]);
  }
  return Array.from(
    groups.values(),
    ([edge, ...others]) =>
      others.length === 0 ? edge! : {
        ...edge!,
        waiter: `${edge!.waiter}, ${others.length + 1} of them,`,
      },
  );
}

/** The async function whose promise this is, `null` when it is another one. */
function calledFunction({ parent, frames: [first] }: Made): string | null {
  const isCall = parent === undefined && first !== undefined &&
    first.place !== "" && !isLibrary(first.place);
  return isCall ? nameOf(first) : null;
}

/** A promise that is no call of an async function. */
function describe({ frames }: Made, waiter: Frame): string {
  const [first] = frames;
  const maker = firstOfTheirs(frames);
  // The engine's own function: Promise.all, Promise.then, new Promise.
  const name = first?.place === "" && first.name !== "Promise"
    ? `${first.name.replace(/^Function\./, "Promise.")}()`
    : "a promise that nobody settles";
  return maker === null || maker.place === waiter.place
    ? name
    : `${name}, made at ${maker.place}`;
}

function firstOfTheirs(frames: readonly Frame[]): Frame | null {
  return frames.find(({ place }) => place !== "" && !isLibrary(place)) ?? null;
}

function nameOf({ name }: Frame): string {
  return name === "" || name.includes("<anonymous>")
    ? "a function without a name"
    : `${name}()`;
}

/** What stands on a stack only because promises are noted. */
const HOOKS = /\/testing\/\w+\/promise_wa(?:its|tch)\.ts/;

/** The frames of a stack, without those of the hooks. */
function framesOf(stack: string): Frame[] {
  const frames: Frame[] = [];
  for (const line of stack.split("\n").slice(1)) {
    const [, name = "", place = ""] =
      /^\s+at (?:async )?(?:(.*) \()?(.*?)\)?$/.exec(line) ?? [];
    // Those of the hooks themselves, and of the host around them.
    if (/^(?:ext|node):/.test(place) || HOOKS.test(place)) continue;
    const inSource = /:\d+:\d+$/.test(place) ? place : "";
    // A body is called as a method of the kit's; nobody wrote it as one.
    const own = name.replace(/^(?:new |NativeRun\.)/, "");
    frames.push({ name: own, place: inSource });
  }
  return frames;
}
