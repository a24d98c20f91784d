/**
 * What users of other fake timers and schedulers ask for, as a table. Each row
 * runs the same question on the tool that was asked and on `virtual`.
 *
 * `peerGives` is what the tool really did when this was written, at the version
 * that is named; the test runs it again and wants the same.
 *
 * @module
 */

import { createServer } from "node:http";
import { FakeTime } from "@std/testing/time";
import { ModernFakeTimers } from "npm:@jest/fake-timers@30.5.2";
import FakeTimers from "npm:@sinonjs/fake-timers@15.5.0";
import fc from "npm:fast-check@4.10.2";
import { DeadlockError, virtual } from "../../../mod.ts";
import { hostSleep } from "../host_sleep.ts";
import { askDeno, askNode, askVitest } from "./probes.ts";

/** A question, and what came of it. */
export interface Complaint {
  /** Who asked, and where. */
  readonly issue: string;
  /** What is asked for. */
  readonly wants: string;
  /** The tool that was asked, with its version. */
  readonly peer: string;
  /** Runs the question there. */
  onPeer(): Promise<string>;
  /** What it gives. */
  readonly peerGives: string;
  /** Runs the question here. */
  onOurs(): Promise<string>;
  /** What that gives. */
  readonly oursGives: string;
}

const SINON = "sinon fake-timers 15.5.0";
const JEST = "jest fake-timers 30.5.2";
const VITEST = "vitest 5.1.1";

/** Three sleeps, one after another, and how many of them are over. */
function threeSleeps(): { count: () => string } {
  let slept = 0;
  (async () => {
    for (; slept < 3; slept++) await hostSleep(10);
  })();
  return { count: () => `${slept} of 3 sleeps` };
}

const threeSleepsOnOurs = () =>
  virtual(async (time) => {
    const { count } = threeSleeps();
    await time.advance(30);
    return count();
  });

/** The host's own, taken before anybody fakes it. */
const realSetTimeout = globalThis.setTimeout;

/** A server that says hello after some real milliseconds. */
async function greeter(delay: number) {
  const server = createServer((_, response) => {
    realSetTimeout(() => response.end("hello"), delay);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as { port: number };
  return {
    greet: async () => await (await fetch(`http://127.0.0.1:${port}`)).text(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Longer than any tool looks for what a callback does. */
const SLOW = 300;

/** The table. */
export const complaints: readonly Complaint[] = [
  {
    issue: "sinonjs/fake-timers#114",
    wants: "three sleeps in a row are over after one advance of their sum",
    peer: SINON,
    onPeer() {
      const clock = FakeTimers.install();
      try {
        const { count } = threeSleeps();
        clock.tick(30);
        return Promise.resolve(count());
      } finally {
        clock.uninstall();
      }
    },
    peerGives: "0 of 3 sleeps",
    onOurs: threeSleepsOnOurs,
    oursGives: "3 of 3 sleeps",
  },
  {
    issue: "jestjs/jest#6945",
    wants: "the same, where promises and timers take turns",
    peer: JEST,
    onPeer: () =>
      withJest((jest) => {
        const { count } = threeSleeps();
        jest.advanceTimersByTime(30);
        return count();
      }),
    peerGives: "0 of 3 sleeps",
    onOurs: threeSleepsOnOurs,
    oursGives: "3 of 3 sleeps",
  },
  {
    issue: "vitest-dev/vitest#6758",
    wants: "the same in vitest",
    peer: VITEST,
    onPeer: () => askVitest("sync advance"),
    peerGives: "0 of 3 sleeps",
    onOurs: threeSleepsOnOurs,
    oursGives: "3 of 3 sleeps",
  },
  {
    issue: "jestjs/jest#10602",
    wants: "an await of a timer goes on though nobody moves the clock",
    peer: JEST,
    async onPeer() {
      let went = "still waits";
      const turn = setImmediate;
      await withJest(async () => {
        hostSleep(10).then(() => went = "went on");
        for (let turns = 0; turns < 100; turns++) {
          await new Promise<void>((next) => turn(next));
        }
      });
      return went;
    },
    peerGives: "still waits",
    onOurs: () => virtual(() => hostSleep(10).then(() => "went on")),
    oursGives: "went on",
  },
  {
    issue: "sinonjs/fake-timers#503",
    wants: "an async advance returns after the async callbacks have finished",
    peer: SINON,
    async onPeer() {
      await using server = await greeter(SLOW);
      const clock = FakeTimers.install();
      try {
        let went = "callback still runs";
        let work = Promise.resolve();
        setTimeout(() => {
          work = server.greet().then(() => void (went = "callback is done"));
        }, 10);
        await clock.tickAsync(10);
        const seen = went;
        await work;
        return seen;
      } finally {
        clock.uninstall();
      }
    },
    peerGives: "callback still runs",
    async onOurs() {
      await using server = await greeter(SLOW);
      return await virtual(async (time) => {
        let went = "callback still runs";
        setTimeout(async () => {
          await server.greet();
          went = "callback is done";
        }, 10);
        await time.advance(10);
        return went;
      });
    },
    oursGives: "callback is done",
  },
  {
    issue: "sinonjs/fake-timers#521",
    wants: "a signal of AbortSignal.timeout() fires on the fake clock",
    peer: SINON,
    onPeer() {
      const clock = FakeTimers.install();
      try {
        const signal = AbortSignal.timeout(60_000);
        clock.tick(60_000);
        return Promise.resolve(signal.aborted ? "aborted" : "not aborted");
      } finally {
        clock.uninstall();
      }
    },
    peerGives: "not aborted",
    onOurs: signalOnOurs,
    oursGives: "aborted",
  },
  {
    issue: "nodejs/node#60509",
    wants: "the same in node:test",
    peer: "node:test of Node 20 or newer",
    onPeer: () => askNode("AbortSignal.timeout"),
    peerGives: "not aborted",
    onOurs: signalOnOurs,
    oursGives: "aborted",
  },
  {
    issue: "denoland/std#4552",
    wants: "performance.now() goes by the fake clock",
    peer: "FakeTime of @std/testing/time",
    onPeer() {
      const before = performance.now();
      using time = new FakeTime();
      time.tick(3_600_000);
      const moved = performance.now() - before >= 3_600_000;
      return Promise.resolve(moved ? "an hour has passed" : "it did not move");
    },
    peerGives: "it did not move",
    onOurs: () =>
      virtual(async (time) => {
        const before = performance.now();
        await time.advance(3_600_000);
        const moved = performance.now() - before >= 3_600_000;
        return moved ? "an hour has passed" : "it did not move";
      }),
    oursGives: "an hour has passed",
  },
  {
    issue: "vitest-dev/vitest#7314, mswjs/msw#1830",
    wants: "a real request is answered before its time limit on the fake clock",
    peer: VITEST,
    onPeer: () => askVitest("real fetch"),
    peerGives: "timed out",
    onOurs: requestOnOurs,
    oursGives: "hello",
  },
  {
    issue: "vitest-dev/vitest#5750",
    wants: "tests that run at the same time have a clock each",
    peer: VITEST,
    onPeer: () => askVitest("isolation"),
    peerGives: "the other test is in 1970",
    async onOurs() {
      const faked = virtual(() => hostSleep(1000), { date: 0 });
      await null;
      const year = new Date().getUTCFullYear();
      await faked;
      return `the other test is in ${year > 2000 ? "its own time" : year}`;
    },
    oursGives: "the other test is in its own time",
  },
  {
    issue: "dubzzz/fast-check#4486",
    wants: "work that comes after many awaits is not missed",
    peer: "fast-check 4.10.2",
    async onPeer() {
      let went = "missed";
      const property = fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const work = scheduler.scheduleFunction(() => Promise.resolve());
        (async () => {
          for (let tick = 0; tick < 200; tick++) await null;
          await work();
          went = "done";
        })();
        await scheduler.waitIdle();
      });
      await fc.assert(property, { numRuns: 1 });
      return went;
    },
    peerGives: "missed",
    onOurs: () =>
      virtual(async (time) => {
        let went = "missed";
        (async () => {
          for (let tick = 0; tick < 200; tick++) await null;
          await hostSleep(0);
          went = "done";
        })();
        await time.advance(1);
        return went;
      }),
    oursGives: "done",
  },
  {
    issue: "denoland/deno#33852, denoland/deno#13146",
    wants: "a test that waits for nobody is told where it waits",
    peer: `deno test of ${Deno.version.deno}`,
    onPeer: async () =>
      /await|probe_pending\.mjs:3/.test(await askDeno("probe_pending.mjs"))
        ? "says where"
        : "does not say where",
    peerGives: "does not say where",
    async onOurs() {
      const error = await virtual(async () => {
        await new Promise(() => {});
      }).catch((error) => error);
      return error instanceof DeadlockError &&
          /awaited at .*complaints\.ts:\d+/.test(error.message)
        ? "says where"
        : "does not say where";
    },
    oursGives: "says where",
  },
];

function signalOnOurs(): Promise<string> {
  return virtual(async (time) => {
    const signal = AbortSignal.timeout(60_000);
    await time.advance(60_000);
    return signal.aborted ? "aborted" : "not aborted";
  });
}

async function requestOnOurs(): Promise<string> {
  await using server = await greeter(0);
  return await virtual(() =>
    Promise.race([
      server.greet(),
      hostSleep(60_000).then(() => "timed out"),
    ]), { leaks: false });
}

interface JestTimers {
  useFakeTimers(): void;
  useRealTimers(): void;
  advanceTimersByTime(milliseconds: number): void;
}

async function withJest<T>(
  work: (jest: JestTimers) => T | Promise<T>,
): Promise<T> {
  const jest: JestTimers = new ModernFakeTimers({
    config: { fakeTimers: {} } as never,
    global: globalThis as never,
  });
  jest.useFakeTimers();
  try {
    return await work(jest);
  } finally {
    jest.useRealTimers();
  }
}
