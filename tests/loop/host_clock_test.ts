import { assertEquals, assertInstanceOf } from "@std/assert";
import {
  type Clock,
  hostClock,
  RealClock,
  replaceHostClock,
  type Turns,
} from "../../src/loop/clock.ts";
import { ClockTurns } from "../../src/loop/clock_turns.ts";
import { EventLoop, sleep } from "../../mod.ts";

/** A clock that jumps when it is asked for a timer, in a promise job. */
class JumpingClock implements Clock {
  readonly resolution = 1e-6;
  readonly asked: number[] = [];
  #now = 0;

  now(): number {
    return this.#now;
  }

  turns(callback: () => void): Turns {
    return new ClockTurns((...timer) => this.after(...timer), callback);
  }

  after(delay: number, callback: () => void): () => void {
    this.asked.push(delay);
    let on = true;
    queueMicrotask(() => {
      if (!on) return;
      this.#now += delay;
      callback();
    });
    return () => on = false;
  }
}

Deno.test("a loop asks the clock that replaces the host's for its timers", async () => {
  const clock = new JumpingClock();
  replaceHostClock(() => clock);
  try {
    const loop = new EventLoop();
    const main = function* () {
      yield* sleep(0.5);
      yield* sleep(1000);
      return loop.time();
    };
    assertEquals(await loop.runUntilComplete(main()), 1000.5);
    assertEquals(clock.asked, [0.5, 1000]);
    loop.close();
  } finally {
    replaceHostClock(null);
  }
});

Deno.test("a loop on such a clock is woken from outside", async () => {
  const clock = new JumpingClock();
  clock.after = () => () => {}; // never calls back
  replaceHostClock(() => clock);
  try {
    const loop = new EventLoop();
    const future = loop.createFuture<string>();
    loop.callLater(1000, () => {});
    setTimeout(() => future.setResult("woken"), 0);
    assertEquals(await loop.runUntilComplete(future), "woken");
    loop.close();
  } finally {
    replaceHostClock(null);
  }
});

Deno.test("without a replacement, or where it has none to give, the clock is real", () => {
  assertInstanceOf(hostClock(), RealClock);
  replaceHostClock(() => null);
  assertInstanceOf(hostClock(), RealClock);
  replaceHostClock(null);
});

Deno.test("a busy loop gives the host its turn though the host's clock stands still", async () => {
  const { now } = performance;
  performance.now = () => 0;
  try {
    const loop = new EventLoop();
    let hostHadItsTurn = false;
    setImmediate(() => hostHadItsTurn = true);
    const busy = function* () {
      while (!hostHadItsTurn) yield* sleep(0);
      return "over";
    };
    assertEquals(await loop.runUntilComplete(busy()), "over");
    loop.close();
  } finally {
    performance.now = now;
  }
});
