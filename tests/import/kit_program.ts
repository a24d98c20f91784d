/**
 * One program that uses the test kit, for every host that can run it. As in
 * `program.ts`, it is handed the library, imports nothing and names no host.
 *
 * @module
 */

import type * as loopbook from "../../mod.ts";

/** What came out, by what was tried; errors as their class and first line. */
export type KitFindings = Record<string, unknown>;

/**
 * Tries the kit: native code and coroutines, what passes and what fails.
 *
 * @param library the library under test
 * @returns what came out
 */
export async function kitProgram(
  {
    createTask,
    explore,
    fromPromise,
    gather,
    Lock,
    replay,
    run,
    sleep,
    virtual,
    wait,
  }: typeof loopbook,
): Promise<KitFindings> {
  type World = loopbook.World;
  const hostSleep = (ms: number) =>
    new Promise<void>((wake) => setTimeout(wake, ms));
  const HOUR = 3_600_000;
  const findings: KitFindings = {};
  const tries = async (name: string, attempt: () => Promise<unknown>) => {
    try {
      findings[name] = await attempt();
    } catch (error) {
      const { name: kind, message } = error as Error;
      findings[name] = `${kind}: ${message.split("\n")[0]}`;
    }
  };
  /** What differs from host to host is the class alone; the rest is told. */
  const locks = async (attempt: () => Promise<unknown>) => {
    try {
      return await attempt();
    } catch (error) {
      const lines = (error as Error).message.split("\n");
      return lines.filter((line) => /circle|held by/.test(line));
    }
  };

  // Virtual time.
  await tries("native code sleeps", () =>
    virtual(async (time) => {
      await hostSleep(HOUR);
      return [time.now(), Date.now(), Math.round(performance.now())];
    }));
  await tries("a coroutine sleeps", () =>
    virtual(function* (time) {
      yield* sleep(HOUR);
      return time.now();
    }));
  await tries("a loop of its own sleeps", () =>
    virtual(async (time) => {
      await run(sleep(HOUR));
      return time.now();
    }));
  await tries(
    "coroutines and promises share a clock",
    () =>
      virtual(function* (time) {
        yield* gather([sleep(1), fromPromise(hostSleep(2)), sleep(3)]);
        return time.now();
      }),
  );
  await tries("timers fire in order", () =>
    virtual(async (time) => {
      const fired: unknown[] = [];
      const interval = setInterval(() => fired.push(time.now()), 10);
      setTimeout(() => fired.push("b"), 20);
      const cancelled = setTimeout(() => fired.push("never"), 20);
      clearTimeout(cancelled);
      const signal = AbortSignal.timeout(25);
      await hostSleep(30);
      clearInterval(interval);
      return [...fired, signal.aborted];
    }));
  await tries("time is advanced", () =>
    virtual(async (time) => {
      const heard: number[] = [];
      const chain = async () => {
        for (let count = 0; count < 3; count++) {
          await hostSleep(1);
          heard.push(time.now());
        }
      };
      const done = chain();
      await time.advance(3);
      await done;
      return heard;
    }));
  await tries("a hundred thousand timers fire", () =>
    virtual(async () => {
      let fired = 0;
      for (let each = 0; each < 100_000; each++) {
        setTimeout(() => fired++, each % 1000);
      }
      await hostSleep(1000);
      return fired;
    }));
  await tries("a callback that throws ends the run", () =>
    virtual(async () => {
      setTimeout(() => {
        throw new RangeError("thrown by a timer");
      }, 5);
      await hostSleep(10);
    }));
  await tries(
    "a timer is left over",
    () => virtual(() => void setTimeout(() => {}, 10)),
  );
  await tries(
    "a rejection is left over",
    () => virtual(() => void Promise.reject(new Error("lost"))),
  );
  await tries(
    "coroutines wait for each other",
    () =>
      locks(() =>
        virtual(function* () {
          const [a, b] = [new Lock(), new Lock()];
          function* both(first: typeof a, second: typeof a) {
            yield* first.acquire();
            yield* sleep(1);
            yield* second.acquire();
          }
          yield* wait([createTask(both(a, b)), createTask(both(b, a))]);
        }, { realTimeLimit: 100 })
      ),
  );
  await tries(
    "native code waits for ever",
    () => virtual(() => new Promise(() => {}), { realTimeLimit: 100 }),
  );
  await tries("the real clock is back", async () => {
    const before = performance.now();
    await hostSleep(2);
    return performance.now() - before >= 1 && Date.now() > Date.UTC(2026, 0);
  });

  // Every order of events.
  const lostUpdate = async ({ io, check }: World) => {
    let count = 0;
    const add = async () => {
      const before = count;
      await io("write");
      count = before + 1;
    };
    await Promise.all([add(), add()]);
    check(count === 2, `count is ${count}`);
  };
  const threeInAnyOrder = async ({ io }: World) => {
    const order: string[] = [];
    await Promise.all(["a", "b", "c"].map(async (name) => {
      await io(name);
      order.push(name);
    }));
    return order.join("");
  };
  await tries("every order of three", () => explore(threeInAnyOrder));
  await tries(
    "every order of three coroutines",
    () =>
      explore(function* ({ io }) {
        const order: string[] = [];
        function* each(name: string) {
          yield* io(name);
          order.push(name);
        }
        yield* gather([each("a"), each("b"), each("c")]);
        return order.join("");
      }),
  );
  await tries(
    "schedules are drawn",
    () => explore(threeInAnyOrder, { strategy: "pct", seed: 1, schedules: 50 }),
  );
  await tries("an update is lost", () => explore(lostUpdate));
  await tries("the failure is replayed", () => replay(lostUpdate, "0+1"));
  await tries("an order is replayed", () => replay(threeInAnyOrder, "2.1.0"));
  await tries(
    "timers fire on the schedule's clock",
    () =>
      explore(async ({ io, now }) => {
        await Promise.all([io("a"), hostSleep(HOUR)]);
        return now();
      }),
  );
  await tries("an exploration that hangs", () =>
    explore(async ({ io }) => {
      await io("a");
      await new Promise(() => {});
    }));
  await tries(
    "explored coroutines wait for each other",
    () =>
      locks(() =>
        explore(function* ({ io }) {
          const [a, b] = [new Lock(), new Lock()];
          function* both(first: typeof a, second: typeof a) {
            yield* first.acquire();
            yield* io("between");
            yield* second.acquire();
          }
          yield* wait([createTask(both(a, b)), createTask(both(b, a))]);
        })
      ),
  );
  await tries(
    "an exploration leaves a rejection",
    () =>
      explore(async ({ io }) => {
        await io("a");
        void Promise.reject(new Error("lost"));
      }),
  );
  await tries("something real is waited for", async () => {
    const real = setTimeout;
    return await explore(async ({ io }) => {
      await io("a");
      await new Promise((wake) => real(wake, 5));
    });
  });
  return findings;
}
