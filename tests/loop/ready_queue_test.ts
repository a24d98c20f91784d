import { assertEquals } from "@std/assert";
import type { Runnable } from "../../src/loop/context.ts";
import { ReadyQueue } from "../../src/loop/ready_queue.ts";

function entry(name: number): Runnable {
  return { name } as unknown as Runnable;
}

function names(queue: ReadyQueue, count: number): number[] {
  return Array.from(
    { length: count },
    () => {
      const { name } = queue.front as unknown as { name: number };
      queue.dropFront();
      return name;
    },
  );
}

Deno.test("ReadyQueue gives entries back in the order they came", () => {
  const queue = new ReadyQueue();
  for (let i = 0; i < 5; i++) queue.push(entry(i));
  assertEquals(queue.length, 5);
  assertEquals(names(queue, 5), [0, 1, 2, 3, 4]);
  assertEquals(queue.length, 0);
});

Deno.test("ReadyQueue keeps the order when it grows with its head in the middle", () => {
  const queue = new ReadyQueue();
  for (let i = 0; i < 40; i++) queue.push(entry(i));
  assertEquals(names(queue, 40).at(-1), 39);
  for (let i = 0; i < 200; i++) queue.push(entry(i));
  assertEquals(queue.length, 200);
  assertEquals(names(queue, 200), Array.from({ length: 200 }, (_, i) => i));
});

Deno.test("ReadyQueue keeps the order over many turns of the ring", () => {
  const queue = new ReadyQueue();
  const seen: number[] = [];
  let next = 0;
  for (let round = 0; round < 1000; round++) {
    for (let i = 0; i < round % 7; i++) queue.push(entry(next++));
    seen.push(...names(queue, Math.min(queue.length, 3)));
  }
  seen.push(...names(queue, queue.length));
  assertEquals(seen, Array.from({ length: next }, (_, i) => i));
});

Deno.test("ReadyQueue keeps its front while others are added, however many", () => {
  const queue = new ReadyQueue();
  for (let i = 0; i < 50; i++) queue.push(entry(i));
  names(queue, 49);
  const { front } = queue;
  for (let i = 50; i < 300; i++) {
    queue.push(entry(i));
    assertEquals(queue.front, front);
  }
  assertEquals(
    names(queue, 251),
    Array.from({ length: 251 }, (_, i) => i + 49),
  );
});

Deno.test("ReadyQueue is empty after clear", () => {
  const queue = new ReadyQueue();
  queue.push(entry(1));
  queue.clear();
  assertEquals(queue.length, 0);
  queue.push(entry(2));
  assertEquals(names(queue, 1), [2]);
});
