import { assert, assertEquals } from "@std/assert";
import { type Timer, TimerQueue } from "../../src/loop/timer_queue.ts";

function timer(when: number, name = when): Timer & { off: boolean } {
  return {
    off: false,
    name,
    _when: when,
    _sequence: 0,
    _queued: false,
    get _off() {
      return (this as unknown as { off: boolean }).off;
    },
  } as unknown as Timer & { off: boolean };
}

function drain(queue: TimerQueue): number[] {
  const seen: number[] = [];
  while (queue.firstDeadline < Infinity) {
    seen.push((queue.shift() as unknown as { name: number }).name);
  }
  return seen;
}

/** A generator of numbers that gives the same ones every time. */
function numbers(seed: number): () => number {
  return () => (seed = seed * 48271 % 2147483647);
}

Deno.test("TimerQueue gives timers by deadline", () => {
  const queue = new TimerQueue();
  for (const when of [30, 10, 20, 5, 25]) queue.push(timer(when));
  assertEquals(queue.firstDeadline, 5);
  assertEquals(drain(queue), [5, 10, 20, 25, 30]);
});

Deno.test("TimerQueue gives equal deadlines in the order they were set", () => {
  const queue = new TimerQueue();
  for (let i = 0; i < 50; i++) queue.push(timer(7, i));
  assertEquals(drain(queue), Array.from({ length: 50 }, (_, i) => i));
});

Deno.test("TimerQueue agrees with a stable sort on random timers", () => {
  const next = numbers(7);
  const queue = new TimerQueue();
  const expected: [number, number][] = [];
  for (let i = 0; i < 2000; i++) {
    const when = next() % 40;
    queue.push(timer(when, i));
    expected.push([when, i]);
  }
  expected.sort((a, b) => a[0] - b[0]);
  assertEquals(drain(queue), expected.map(([, name]) => name));
});

Deno.test("TimerQueue drops timers that were called off", () => {
  const queue = new TimerQueue();
  const timers = [10, 20, 30].map((when) => timer(when));
  timers.forEach((each) => queue.push(each));
  timers[0]!.off = true;
  queue.noteCancelled();
  assertEquals(queue.firstDeadline, 20);
  assertEquals(drain(queue), [20, 30]);
});

Deno.test("TimerQueue forgets cancelled timers when they are the most", () => {
  const next = numbers(3);
  const queue = new TimerQueue();
  const timers = Array.from({ length: 1000 }, (_, i) => timer(next() % 90, i));
  timers.forEach((each) => queue.push(each));
  const alive: Timer[] = [];
  timers.forEach((each, i) => {
    if (i % 10 === 0) alive.push(each);
    else {
      each.off = true;
      queue.noteCancelled();
    }
  });
  assert(queue.length < 300, `${queue.length} timers are still held`);
  const expected = alive.map((each) => each as unknown as { name: number })
    .map(({ name }) => [timers[name]!._when, name] as const)
    .sort((a, b) => a[0] - b[0]).map(([, name]) => name);
  assertEquals(drain(queue), expected);
});

Deno.test("TimerQueue says that nothing is due when it is empty", () => {
  const queue = new TimerQueue();
  assertEquals(queue.firstDeadline, Infinity);
  queue.push(timer(1));
  queue.clear();
  assertEquals(queue.firstDeadline, Infinity);
});
