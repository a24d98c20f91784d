/** The semaphore, on every schedule of small programs. */

import {
  BoundedSemaphore,
  type Coroutine,
  createTask,
  Semaphore,
  wait,
} from "../../../mod.ts";
import { cancellable, prove } from "./prove.ts";

prove(
  "a semaphore never lets in more than it has permits, and gets all of them back",
  function* (world) {
    const { io, check } = world;
    const semaphore = new BoundedSemaphore(2);
    let inside = 0;

    function* enter(name: string): Coroutine<void> {
      using _ = yield* semaphore.acquire();
      check(++inside <= 2, `${inside} are inside`);
      try {
        yield* io(`${name} works`);
      } finally {
        inside--;
      }
    }

    const tasks = [
      createTask(enter("a")),
      cancellable(world, enter("b"), "b"),
      cancellable(world, enter("c"), "c"),
      createTask(enter("d")),
    ];
    yield* wait(tasks);
    check(inside === 0, `${inside} never left`);
    yield* semaphore.acquire();
    yield* semaphore.acquire();
    check(semaphore.locked(), "there are more permits than at the start");
  },
);

prove(
  "a permit that is released while its next owner is cancelled goes to the one behind",
  function* (world) {
    const { io } = world;
    const semaphore = new Semaphore(0);

    function* take(): Coroutine<void> {
      yield* semaphore.acquire();
      semaphore.release();
    }

    const first = cancellable(world, take(), "first");
    const second = createTask(take());
    yield* io("release");
    semaphore.release();
    // Were the wake-up lost, this would be a deadlock.
    yield* wait([first, second]);
  },
);
