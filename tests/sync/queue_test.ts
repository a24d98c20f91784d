import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  asCompleted,
  type Coroutine,
  createTask,
  gather,
  getRunningLoop,
  LifoQueue,
  PriorityQueue,
  Queue,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  runSync,
  sleep,
  type Task,
  TimeoutError,
} from "../../mod.ts";

function* ending(task: Task<unknown>): Coroutine<string> {
  try {
    return String(yield* task);
  } catch (error) {
    return (error as Error).name;
  }
}

Deno.test("a queue gives items first in, first out, across its inner moves", () => {
  const queue = new Queue<number>();
  const seen: number[] = [];
  for (let round = 0; round < 50; round++) {
    for (let i = 0; i < 7; i++) queue.putNowait(round * 7 + i);
    for (let i = 0; i < 6; i++) seen.push(queue.getNowait());
  }
  while (!queue.empty()) seen.push(queue.getNowait());
  assertEquals(seen, Array.from({ length: 350 }, (_, i) => i));
});

Deno.test("get waits for an item, put for room", () => {
  const log: string[] = [];
  runSync(function* () {
    const queue = new Queue<string>(1);
    const consumer = createTask(function* () {
      for (let i = 0; i < 3; i++) {
        log.push(`${yield* queue.get()} at ${getRunningLoop().time()}`);
        yield* sleep(10);
      }
    }());
    for (const item of ["a", "b", "c"]) {
      yield* queue.put(item);
      log.push(`put ${item} at ${getRunningLoop().time()}`);
    }
    assert(queue.full());
    yield* consumer;
  });
  assertEquals(log, [
    "put a at 0",
    "a at 0",
    "put b at 0",
    "b at 10",
    "put c at 10",
    "c at 20",
  ]);
});

Deno.test("rule 26: getNowait may overtake, and the loser queues again at the tail", () => {
  const log: string[] = [];
  runSync(function* () {
    const queue = new Queue<string>();
    function* take(name: string) {
      log.push(`${name} got ${yield* queue.get()}`);
    }
    const first = createTask(take("first"));
    const second = createTask(take("second"));
    yield* sleep(0);
    queue.putNowait("x"); // wakes first
    log.push(`overtaken by ${queue.getNowait()}`);
    yield* sleep(0); // first finds nothing and lines up behind second
    queue.putNowait("y");
    queue.putNowait("z");
    yield* gather([first, second]);
  });
  assertEquals(log, ["overtaken by x", "second got y", "first got z"]);
});

Deno.test("rule 26: a woken getter that is cancelled passes the wake-up on", () => {
  runSync(function* () {
    const queue = new Queue<string>();
    const gone = createTask(queue.get());
    const next = createTask(queue.get());
    yield* sleep(0);
    queue.putNowait("item");
    gone.cancel();
    assertEquals(yield* ending(gone), "CancelledError");
    assertEquals(yield* ending(next), "item");
  });
});

Deno.test("rule 26: a woken putter that is cancelled passes the wake-up on", () => {
  runSync(function* () {
    const queue = new Queue<string>(1);
    queue.putNowait("a");
    const gone = createTask(queue.put("lost"));
    const next = createTask(queue.put("b"));
    yield* sleep(0);
    assertEquals(queue.getNowait(), "a");
    gone.cancel();
    assertEquals(yield* ending(gone), "CancelledError");
    assertEquals(yield* ending(next), "undefined");
    assertEquals(queue.getNowait(), "b");
  });
});

Deno.test("getNowait and putNowait say when they can't", () => {
  const queue = new Queue<number>(1);
  assertThrows(() => queue.getNowait(), QueueEmpty, "Queue is empty");
  queue.putNowait(1);
  assertThrows(
    () => queue.putNowait(2),
    QueueFull,
    "Queue holds 1 items already",
  );
  assertEquals([queue.qsize(), queue.maxsize], [1, 1]);
});

Deno.test("join waits until the work on every item is done", () => {
  const log: string[] = [];
  runSync(function* () {
    const queue = new Queue<number>();
    yield* queue.join();
    queue.putNowait(1);
    queue.putNowait(2);
    createTask(function* () {
      for (let i = 0; i < 2; i++) {
        log.push(`item ${yield* queue.get()}`);
        yield* sleep(10);
        queue.taskDone();
      }
    }());
    yield* queue.join();
    log.push(`joined at ${getRunningLoop().time()}`);
    assertThrows(() => queue.taskDone(), RangeError, "too many times");
  });
  assertEquals(log, ["item 1", "item 2", "joined at 20"]);
});

Deno.test("rule 26: shutdown lets the rest be taken, and wakes who waits", () => {
  runSync(function* () {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    const putter = createTask(queue.put(2));
    yield* sleep(0);
    queue.shutdown();
    assertThrows(() => queue.putNowait(3), QueueShutDown);
    assertEquals(yield* ending(putter), "QueueShutDown");
    assertEquals(yield* queue.get(), 1);
    assertThrows(() => queue.getNowait(), QueueShutDown);
    assertEquals(yield* ending(createTask(queue.get())), "QueueShutDown");
  });
});

Deno.test("rule 26: a getter that waits is woken by shutdown", () => {
  runSync(function* () {
    const queue = new Queue<number>();
    const getter = createTask(queue.get());
    yield* sleep(0);
    queue.shutdown();
    assertEquals(yield* ending(getter), "QueueShutDown");
  });
});

Deno.test("rule 26: an immediate shutdown throws the rest away and settles join", () => {
  runSync(function* () {
    const queue = new Queue<number>();
    queue.putNowait(1);
    queue.putNowait(2);
    const joined = createTask(queue.join());
    yield* sleep(0);
    queue.shutdown({ immediate: true });
    assert(queue.empty());
    assertEquals(yield* ending(joined), "undefined");
  });
});

Deno.test("a queue refuses NaN as its size", () => {
  assertThrows(() => new Queue(NaN), RangeError, "not NaN");
});

Deno.test("a priority queue gives the least first, tuples element by element", () => {
  const numbers = new PriorityQueue<number>();
  const given = [5, 3, 8, 1, 9, 2, 7, 3];
  given.forEach((n) => numbers.putNowait(n));
  assertEquals(
    given.map(() => numbers.getNowait()),
    [...given].sort((a, b) => a - b),
  );

  const tuples = new PriorityQueue<readonly (number | string)[]>();
  [[2, "b"], [1, "z"], [2, "a"], [1]].forEach((t) => tuples.putNowait(t));
  assertEquals(
    [1, 2, 3, 4].map(() => tuples.getNowait()),
    [[1], [1, "z"], [2, "a"], [2, "b"]],
  );
});

Deno.test("a lifo queue gives the newest first", () => {
  const queue = new LifoQueue<number>();
  [1, 2, 3].forEach((n) => queue.putNowait(n));
  assertEquals([1, 2, 3].map(() => queue.getNowait()), [3, 2, 1]);
});

Deno.test("rule 20: asCompleted gives results in the order of completion", () => {
  const log: string[] = [];
  runSync(function* () {
    for (
      const next of asCompleted([
        sleep(30, "c"),
        sleep(10, "a"),
        sleep(20, "b"),
      ])
    ) log.push(`${yield* next} at ${getRunningLoop().time()}`);
  });
  assertEquals(log, ["a at 10", "b at 20", "c at 30"]);
});

Deno.test("rule 20: after the limit each one that is left throws TimeoutError", () => {
  const log: string[] = [];
  runSync(function* () {
    const late = createTask(sleep(1000));
    for (
      const next of asCompleted([late, sleep(10, "quick"), sleep(2000)], {
        timeout: 50,
      })
    ) {
      try {
        log.push(`${yield* next}`);
      } catch (error) {
        assert(error instanceof TimeoutError);
        log.push(`late at ${getRunningLoop().time()}`);
      }
    }
    assertEquals(late.done(), false);
  });
  assertEquals(log, ["quick", "late at 50", "late at 50"]);
});

Deno.test("rule 20: asCompleted throws the error of what failed", () => {
  runSync(function* () {
    const [first] = asCompleted([
      function* () {
        throw new RangeError("boom");
      }(),
    ]);
    let name = "";
    try {
      yield* first!;
    } catch (error) {
      name = (error as Error).name;
    }
    assertEquals(name, "RangeError");
  });
});

Deno.test("a priority queue refuses items that have no order", () => {
  const queue = new PriorityQueue<unknown>();
  queue.putNowait({ priority: 3 });
  assertThrows(
    () => queue.putNowait({ priority: 1 }),
    TypeError,
    "PriorityQueue cannot order these items",
  );
});
