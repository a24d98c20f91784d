/**
 * What a loop in debug mode knows on top.
 *
 * Three things go wrong in async programs without a trace: a callback that computes
 * for too long and holds everybody up, a coroutine that was made and forgotten, and
 * a loop that is used from inside another. In debug mode the loop times every step
 * on the host's clock, remembers where tasks, callbacks and the library's own
 * coroutines were made, and says so when it complains. That costs a stack trace for
 * each of them, which is why it is not always on.
 *
 * Coroutines of the program's own are generators, and a generator that nobody
 * touched leaves no trace that a library could see; the lint plugin sees those.
 *
 * @module
 */

/** Where things were made, and which of them nobody has used yet. */
export class DebugMode {
  readonly #origins: WeakMap<object, string> = new WeakMap();
  readonly #unawaited: Map<object, string> = new Map();

  /** Remembers where a task, a callback or a coroutine was made. */
  made(thing: object): void {
    this.#origins.set(thing, callSite());
  }

  /** Where it was made, as lines of a stack; `undefined` where it is not known. */
  originOf(thing: object): string | undefined {
    return this.#origins.get(thing);
  }

  /** Remembers a coroutine of the library's own until it is awaited. */
  coroutineMade(coroutine: object, description: string): void {
    this.made(coroutine);
    this.#unawaited.set(coroutine, description);
  }

  /** The coroutine is being awaited. */
  coroutineAwaited(coroutine: object): void {
    this.#unawaited.delete(coroutine);
  }

  /** The coroutines that nobody has awaited, each with where it was made. */
  takeUnawaited(): { description: string; origin: string | undefined }[] {
    const list = Array.from(this.#unawaited, ([coroutine, description]) => ({
      description,
      origin: this.originOf(coroutine),
    }));
    this.#unawaited.clear();
    return list;
  }
}

/** The stack without the library's own lines. */
function callSite(): string {
  const library = new URL("..", import.meta.url).href;
  const lines = new Error().stack?.split("\n").slice(1) ?? [];
  const own = lines.filter((line) => !line.includes(library));
  // In a bundle everything is one file, and nothing would be left.
  return (own.length > 0 ? own : lines).join("\n");
}
