/** The queues, on every schedule of small programs. */

import {
  type Coroutine,
  createTask,
  LifoQueue,
  PriorityQueue,
  Queue,
  QueueShutDown,
  wait,
} from "../../../mod.ts";
import { cancellable, prove } from "./prove.ts";

for (const Kind of [Queue, LifoQueue, PriorityQueue]) {
  prove(
    `a ${Kind.name} loses no item and gives none twice, while one who takes may be cancelled`,
    function* (world) {
      const { io, check } = world;
      const queue = new Kind<number>(2);
      const taken: number[] = [];

      function* put(item: number): Coroutine<void> {
        yield* io(`put ${item}`);
        yield* queue.put(item);
      }

      function* take(): Coroutine<void> {
        taken.push(yield* queue.get());
      }

      const puts = [1, 2, 3].map((item) => createTask(put(item)));
      const takes = [cancellable(world, take(), "b"), createTask(take())];
      yield* wait(takes);
      while (taken.length < 3) taken.push(yield* queue.get());
      yield* wait(puts);
      check(taken.toSorted().join() === "1,2,3", `taken were ${taken}`);
      check(queue.empty(), "there are more items than were put");
      return taken;
    },
  );
}

prove(
  "a queue that shuts down wakes everybody, and what was put before can be taken",
  function* (world) {
    const { io, check } = world;
    const queue = new Queue<string>(1);
    const kept: string[] = [];
    const refused: string[] = [];

    function* put(item: string): Coroutine<void> {
      yield* io(`put ${item}`);
      try {
        yield* queue.put(item);
        kept.push(item);
      } catch (error) {
        if (!(error instanceof QueueShutDown)) throw error;
        refused.push(item);
      }
    }

    function* takeAll(): Coroutine<string[]> {
      const taken: string[] = [];
      try {
        while (true) taken.push(yield* queue.get());
      } catch (error) {
        if (!(error instanceof QueueShutDown)) throw error;
      }
      return taken;
    }

    const puts = [createTask(put("a")), createTask(put("b"))];
    const taking = createTask(takeAll());
    yield* io("shut down");
    queue.shutdown();
    yield* wait([...puts, taking]);
    check(kept.length + refused.length === 2, "an item is nowhere");
    check(
      taking.result().join() === kept.join(),
      `put were ${kept}, taken ${taking.result()}`,
    );
  },
);
