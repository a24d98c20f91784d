/**
 * What waits for its turn: how much it costs to hand over a lock, a permit, an
 * item.
 *
 * In the first case a hundred tasks want one lock, and whoever has it gives way
 * once before it lets go. In the other two nothing happens but hand-offs: two
 * tasks wake each other with semaphores that hold no permit, or through a queue
 * that holds one item.
 *
 * Effect has no lock; its programs use a semaphore with one permit, and so does
 * this one. It isn't fair: whoever lets go may take it again at once. So it does
 * the same job with fewer hand-offs, which is to its advantage.
 *
 * @module
 */

import {
  type Coroutine,
  gather,
  Lock,
  Queue,
  run,
  Semaphore,
  sleep,
} from "../mod.ts";
import type { Bench, Peer } from "./harness.ts";
import * as peers from "./peers.ts";

const HAND_OFFS = 100_000;
const TASKS = 100;

export const handOffs: Bench = {
  name: "hand-offs",
  about: "100,000 hand-offs of a lock, a permit, an item",
  cases: [
    {
      name: "a lock among 100 tasks",
      size: HAND_OFFS,
      unit: "ms",
      proof: (size) => size,
      ours: {
        name: "loopbook",
        prepare: (size) => () => run(visitAll(size)),
      },
      peers: [
        { name: peers.EFFECT, goal: 5, oneIn: 10, prepare: visitAllInEffect },
        ...inPython("lock"),
      ],
    },
    {
      name: "two semaphores, ping-pong",
      size: HAND_OFFS,
      unit: "ms",
      proof: (size) => size,
      ours: {
        name: "loopbook",
        prepare: (size) => () => run(pingPong(size)),
      },
      peers: [
        { name: peers.EFFECT, goal: 5, prepare: pingPongInEffect },
        ...inPython("semaphore"),
      ],
    },
    {
      name: "a queue for one item",
      size: HAND_OFFS,
      unit: "ms",
      proof: (size) => size * (size - 1) / 2,
      ours: {
        name: "loopbook",
        prepare: (size) => () => run(handThrough(size)),
      },
      peers: [
        { name: peers.EFFECT, goal: 5, prepare: handThroughInEffect },
        ...inPython("queue"),
      ],
    },
  ],
};

function inPython(what: string): Peer[] {
  return [
    {
      name: "CPython asyncio",
      goal: 10,
      oneIn: 10,
      python: ["hand_offs.py", "asyncio", what],
    },
    {
      name: "CPython uvloop",
      oneIn: 10,
      python: ["hand_offs.py", "uvloop", what],
    },
  ];
}

/** Counts how often the lock was taken; twice at a time would count double. */
function* visitAll(size: number) {
  const lock = new Lock();
  let inside = 0;
  let entered = 0;
  function* visit() {
    for (let i = 0; i < size / TASKS; i++) {
      using _ = yield* lock.acquire();
      entered += ++inside;
      yield* sleep(0);
      inside--;
    }
  }
  yield* gather(Array.from({ length: TASKS }, visit));
  return { proof: entered };
}

async function visitAllInEffect(size: number) {
  const { Effect, Semaphore } = await peers.loadEffect();
  const main = Effect.gen(function* () {
    const lock = yield* Semaphore.make(1);
    let inside = 0;
    let entered = 0;
    const section = lock.withPermit(Effect.gen(function* () {
      entered += ++inside;
      yield* Effect.yieldNow;
      inside--;
    }));
    const visit = Effect.gen(function* () {
      for (let i = 0; i < size / TASKS; i++) yield* section;
    });
    yield* Effect.all(Array.from({ length: TASKS }, () => visit), {
      concurrency: "unbounded",
      discard: true,
    });
    return { proof: entered };
  });
  return () => Effect.runPromise(main);
}

function* pingPong(size: number) {
  const ping = new Semaphore(0);
  const pong = new Semaphore(0);
  let taken = 0;
  function* play(mine: Semaphore, other: Semaphore): Coroutine<void> {
    for (let i = 0; i < size / 2; i++) {
      yield* mine.acquire();
      taken++;
      other.release();
    }
  }
  ping.release();
  yield* gather([play(ping, pong), play(pong, ping)]);
  return { proof: taken };
}

async function pingPongInEffect(size: number) {
  const { Effect, Semaphore } = await peers.loadEffect();
  const main = Effect.gen(function* () {
    // The permits are there and taken: Effect counts those that are out.
    const ping = yield* Semaphore.make(1);
    const pong = yield* Semaphore.make(1);
    yield* pong.take(1);
    let taken = 0;
    const play = (mine: typeof ping, other: typeof ping) =>
      Effect.gen(function* () {
        for (let i = 0; i < size / 2; i++) {
          yield* mine.take(1);
          taken++;
          yield* other.release(1);
        }
      });
    yield* Effect.all([play(ping, pong), play(pong, ping)], {
      concurrency: "unbounded",
      discard: true,
    });
    return { proof: taken };
  });
  return () => Effect.runPromise(main);
}

function* handThrough(size: number) {
  const queue = new Queue<number>(1);
  function* produce() {
    for (let item = 0; item < size; item++) yield* queue.put(item);
  }
  function* consume() {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += yield* queue.get();
    return sum;
  }
  const [, sum] = yield* gather([produce(), consume()]);
  return { proof: sum };
}

async function handThroughInEffect(size: number) {
  const { Effect, Queue } = await peers.loadEffect();
  const main = Effect.gen(function* () {
    const queue = yield* Queue.bounded<number>(1);
    const produce = Effect.gen(function* () {
      for (let item = 0; item < size; item++) yield* Queue.offer(queue, item);
    });
    const consume = Effect.gen(function* () {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += yield* Queue.take(queue);
      return sum;
    });
    const [, sum] = yield* Effect.all([produce, consume], {
      concurrency: "unbounded",
    });
    return { proof: sum };
  });
  return () => Effect.runPromise(main);
}
