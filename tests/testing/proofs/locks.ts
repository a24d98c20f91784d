/** The lock, on every schedule of small programs. */

import { type Coroutine, createTask, Lock, wait } from "../../../mod.ts";
import { cancellable, prove } from "./prove.ts";

prove(
  "a lock lets one in at a time, and everybody in once, while one may be cancelled at any point",
  function* (world) {
    const { io, check } = world;
    const lock = new Lock();
    let inside = 0;
    const done: string[] = [];

    function* enter(name: string): Coroutine<void> {
      yield* io(`${name} comes`);
      using _ = yield* lock.acquire();
      check(++inside === 1, `${inside} are inside`);
      try {
        yield* io(`${name} works`);
        done.push(name);
      } finally {
        inside--;
      }
    }

    const sure = [createTask(enter("a")), createTask(enter("c"))];
    const unsure = cancellable(world, enter("b"), "b");
    yield* wait([...sure, unsure]);
    check(done.includes("a") && done.includes("c"), "one was never let in");
    check(done.includes("b") !== unsure.cancelled(), "b is neither nor");
    check(!lock.locked(), "the lock is held, and everybody has left");
    return done;
  },
);

prove(
  "a lock wakes the next in line, whichever of those waiting is cancelled",
  function* (world) {
    const { io, check } = world;
    const lock = new Lock();
    yield* lock.acquire();
    const order: string[] = [];

    function* enter(name: string): Coroutine<void> {
      yield* lock.acquire();
      order.push(name);
      lock.release();
    }

    const first = cancellable(world, enter("first"), "first");
    const second = cancellable(world, enter("second"), "second");
    const third = createTask(enter("third"));
    yield* io("release");
    lock.release();
    yield* wait([first, second, third]);
    check(order.at(-1) === "third", `the order was ${order}`);
    check(!lock.locked(), "the lock is held, and everybody has left");
    return order;
  },
);
