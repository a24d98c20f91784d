/**
 * Who waits for which promise, where, and since when.
 *
 * A suspended async function can't be asked what it waits for. But the engine can
 * be asked to tell of every promise that is made. An `await` makes one of its own,
 * derived from the awaited one, and the stack at that moment is the place of the
 * `await`. So: the promises that are still pending when nothing goes on, those
 * derived from them, and both stacks.
 *
 * A stack costs some microseconds, so only the first {@linkcode MOST_PROMISES} of
 * a run are looked at. Programs that make more are load tests; their deadlocks are
 * found all the same, with less to say.
 *
 * @module
 */

import { hostModule } from "../host/async_context.ts";
import { currentHost, type FakeHost } from "./current_host.ts";
import { denoCore } from "../host/host_turn.ts";
import { isLibrary } from "../host/origins.ts";

/** So many promises of a run are looked at. */
const MOST_PROMISES = 10_000;

/** A promise that is pending, and where somebody waits for it. */
export interface PendingWait {
  /** Where the promise was made. */
  readonly made: Error;
  /** Where it is awaited. */
  readonly awaited: Error;
  /** Since when, in milliseconds on the virtual clock. */
  readonly since: number;
}

interface Made {
  readonly parent: object | undefined;
  readonly error: Error;
  readonly since: number;
}

/** Listens to the engine for one run. */
export class PromiseWatch {
  readonly #host: FakeHost;
  readonly #pending = new Map<object, Made>();
  #left = MOST_PROMISES;
  #stop: (() => void) | null;

  /** Begins to listen to what happens on behalf of a host. */
  constructor(host: FakeHost) {
    this.#host = host;
    this.#stop = hookPromises({
      made: (promise, parent) => this.#made(promise, parent),
      settled: (promise) => void this.#pending.delete(promise),
    });
  }

  /** Whether all promises of the run were looked at. */
  get complete(): boolean {
    return this.#stop !== null;
  }

  /** Stops listening. */
  close(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** The waits that nothing else explains: for promises that code made by hand. */
  waits(): readonly PendingWait[] {
    const waits: PendingWait[] = [];
    for (const { parent, error, since } of this.#pending.values()) {
      const made = parent === undefined ? undefined : this.#pending.get(parent);
      if (made === undefined || made.parent !== undefined) continue;
      if (isByHand(made.error)) {
        waits.push({ made: made.error, awaited: error, since });
      }
    }
    return waits;
  }

  #made(promise: object, parent: object | undefined): void {
    if (currentHost() !== this.#host) return;
    if (this.#left-- === 0) return this.close();
    const error = new Error("promise");
    this.#pending.set(promise, { parent, error, since: this.#host.now() });
  }
}

/**
 * Whether a promise comes from a `new Promise` of the program's own, not from an
 * async function, and not from this library.
 */
function isByHand(error: Error): boolean {
  const frames = (error.stack ?? "").split("\n").filter((line) =>
    line.includes(" at ")
  );
  const maker = frames.findIndex((line) =>
    /at (new Promise|(Function|Promise)\.withResolvers)/.test(line)
  );
  // Before it stand only the frames of the hook.
  return maker >= 0 && maker <= 4 && !isLibrary(frames[maker + 1] ?? "");
}

/** Hears of promises. */
export interface PromiseListener {
  made(promise: object, parent: object | undefined): void;
  settled(promise: object): void;
}

const listeners = new Set<PromiseListener>();
let unhook: (() => void) | null = null;

/** Deno's hooks can be set and not be taken away: they are set once. */
const STAYS = () => {};

/**
 * Listens to the engine.
 *
 * @param listener is told of every promise that is made, and settled
 * @returns what ends it; `null` where the engine can't be listened to
 */
export function hookPromises(
  listener: PromiseListener,
): (() => void) | null {
  unhook ??= hookEngine();
  if (unhook === null) return null;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || unhook === STAYS) return;
    unhook?.();
    unhook = null;
  };
}

interface V8Module {
  readonly promiseHooks: {
    createHook(hooks: {
      init(promise: object, parent: object | undefined): void;
      settled(promise: object): void;
    }): () => void;
  };
}

function hookEngine(): (() => void) | null {
  const init = (promise: object, parent: object | undefined) => {
    for (const listener of listeners) listener.made(promise, parent);
  };
  const settled = (promise: object) => {
    for (const listener of listeners) listener.settled(promise);
  };
  const core = denoCore();
  if (core?.setPromiseHooks !== undefined) {
    core.setPromiseHooks(init, undefined, undefined, settled);
    return STAYS;
  }
  const v8 = hostModule("node:v8") as V8Module | undefined;
  return v8?.promiseHooks?.createHook({ init, settled }) ?? null;
}
