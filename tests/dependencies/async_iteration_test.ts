import {
  assertEquals,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { MuxAsyncIterator, pooledMap, tee } from "@std/async";

async function* items<T>(...values: T[]): AsyncGenerator<T> {
  for (const value of values) yield await Promise.resolve(value);
}

Deno.test("pooledMap() keeps the order and the limit", async () => {
  const signals = () => [1, 2, 3].map(() => Promise.withResolvers<void>());
  const started = signals();
  const finish = signals();
  let running = 0;
  let most = 0;
  const results = pooledMap(2, [0, 1, 2], async (item) => {
    most = Math.max(most, ++running);
    started[item]?.resolve();
    await finish[item]?.promise;
    running--;
    return item * 10;
  });
  await started[1]?.promise;
  finish[1]?.resolve();
  await started[2]?.promise;
  finish[2]?.resolve();
  finish[0]?.resolve();
  assertEquals(await Array.fromAsync(results), [0, 10, 20]);
  assertStrictEquals(most, 2);
});

Deno.test("pooledMap() takes an async source and starts without a reader", async () => {
  const started = Promise.withResolvers<string>();
  const results = pooledMap(1, items("a", "b"), (item) => {
    started.resolve(item);
    return Promise.resolve(item.toUpperCase());
  });
  assertStrictEquals(await started.promise, "a");
  assertEquals(await Array.fromAsync(results), ["A", "B"]);
});

Deno.test("pooledMap() lets what runs finish, then throws every failure", async () => {
  const started: number[] = [];
  const gate = Promise.withResolvers<void>();
  const results = pooledMap(2, [1, 2, 3, 4], async (item) => {
    started.push(item);
    if (item === 1) await gate.promise;
    if (item === 2) {
      queueMicrotask(() => gate.resolve());
      throw new Error("two");
    }
    return item;
  });
  const seen: number[] = [];
  const error = await assertRejects(async () => {
    for await (const item of results) seen.push(item);
  }, AggregateError);
  assertEquals(seen, [1]);
  assertEquals(started, [1, 2]);
  assertEquals(error.errors.map((each: Error) => each.message), ["two"]);
});

for (const limit of [0, -1, 1.5, NaN]) {
  Deno.test(`pooledMap() refuses a limit of ${limit}`, () => {
    assertThrows(
      () => pooledMap(limit, [1], (item) => Promise.resolve(item)),
      RangeError,
      "'poolLimit' must be a positive integer",
    );
  });
}

Deno.test("MuxAsyncIterator gives the items of all sources, each in order", async () => {
  const mux = new MuxAsyncIterator<number>();
  mux.add(items(1, 2, 3));
  mux.add(items(10, 20));
  const seen = await Array.fromAsync(mux);
  assertEquals(seen.filter((item) => item < 10), [1, 2, 3]);
  assertEquals(seen.filter((item) => item >= 10), [10, 20]);
});

Deno.test("MuxAsyncIterator takes a source while it is read", async () => {
  const mux = new MuxAsyncIterator<string>();
  mux.add(items("a", "b"));
  const seen: string[] = [];
  for await (const item of mux.iterate()) {
    seen.push(item);
    if (item === "a") mux.add(items("late"));
  }
  assertEquals(seen.sort(), ["a", "b", "late"]);
});

Deno.test("MuxAsyncIterator passes a source's error on", async () => {
  const mux = new MuxAsyncIterator<number>();
  // deno-lint-ignore require-yield
  mux.add(async function* () {
    throw await Promise.resolve(new Error("source"));
  }());
  await assertRejects(() => Array.fromAsync(mux), Error, "source");
});

Deno.test("tee() gives every branch every item", async () => {
  const [one, two, three] = tee(items(1, 2, 3), 3);
  assertEquals(await Array.fromAsync(one), [1, 2, 3]);
  assertEquals(
    await Promise.all([Array.fromAsync(two), Array.fromAsync(three)]),
    [[1, 2, 3], [1, 2, 3]],
  );
});

Deno.test("tee() makes two branches when not told", () => {
  const branches: [AsyncIterable<number>, AsyncIterable<number>] = tee(
    items(1),
  );
  assertStrictEquals(branches.length, 2);
});
