// An event loop in under a hundred lines. A handle is a callback in a queue, a
// future tells callbacks when it is done, a task is a future that steps a coroutine.
// #region loop
export type Handle = { when: number; run: (() => void) | null };
export type Coroutine = Generator<unknown, unknown, unknown>;

export class Loop {
  now = 0;
  ready: Handle[] = [];
  timers: Handle[] = [];
  stopping = false;
  onError: (error: unknown) => void = console.error;
  callSoon(run: () => void): Handle {
    const handle = { when: this.now, run };
    this.ready.push(handle);
    return handle;
  }
  callAt(when: number, run: () => void): Handle {
    const handle = { when, run };
    this.timers.push(handle);
    this.timers.sort((a, b) => a.when - b.when); // equal ones keep their order
    return handle;
  }
  runForever(): void {
    do {
      this.timers = this.timers.filter(({ run }) => run !== null);
      if (this.ready.length === 0 && !this.stopping) {
        if (this.timers.length === 0) return; // nothing can happen any more
        this.now = Math.max(this.now, this.timers[0]!.when);
      }
      this.runOnce();
    } while (!this.stopping);
    this.stopping = false;
  }
  runOnce(): void {
    const due = this.timers.filter(({ when }) => when <= this.now);
    this.ready.push(...this.timers.splice(0, due.length));
    for (let count = this.ready.length; count > 0; count--) {
      try {
        this.ready.shift()!.run?.();
      } catch (error) {
        this.onError(error);
      }
    }
  }
}
// #endregion

// #region future
export class Future {
  loop: Loop;
  state: "pending" | "finished" | "failed" | "cancelled" = "pending";
  value: unknown; // the result, or the error
  callbacks: ((future: Future) => void)[] = [];
  constructor(loop: Loop) {
    this.loop = loop;
  }
  settle(state: Future["state"], value?: unknown): void {
    if (this.state !== "pending") throw new Error("Future is done already");
    Object.assign(this, { state, value });
    for (const callback of this.callbacks) this.addDoneCallback(callback);
  }
  addDoneCallback(callback: (future: Future) => void): void {
    if (this.state === "pending") this.callbacks.push(callback);
    else this.loop.callSoon(() => callback(this));
  }
  *[Symbol.iterator](): Coroutine {
    if (this.state === "pending") yield this; // the task comes back when it is done
    if (this.state === "finished") return this.value;
    throw this.value;
  }
}
// #endregion

// #region task
export class Task extends Future {
  body: Coroutine;
  constructor(loop: Loop, body: Coroutine) {
    super(loop);
    this.body = body;
    loop.callSoon(() => this.step());
  }
  step(error?: Error): void {
    try {
      const { done, value } = error ? this.body.throw(error) : this.body.next();
      if (done) this.settle("finished", value);
      else this.wait(value);
    } catch (error) {
      this.settle("failed", error);
    }
  }
  wait(value: unknown): void {
    if (value === undefined) this.loop.callSoon(() => this.step());
    else if (value instanceof Future && value.loop === this.loop) {
      value.addDoneCallback(() => this.step());
    } else this.loop.callSoon(() => this.step(new Error("Cannot wait for it")));
  }
}
// #endregion

// #region sleep
export function* sleep(loop: Loop, delay: number): Coroutine {
  const future = new Future(loop);
  if (delay > 0) loop.callAt(loop.now + delay, () => future.settle("finished"));
  return delay > 0 ? yield* future : yield; // a bare yield takes one pass
}
// #endregion
