import { assertEquals, assertRejects } from "@std/assert";
import {
  type Coroutine,
  createTask,
  Event,
  explore,
  replay,
  ScheduleError,
  sleep,
  type World,
} from "../../mod.ts";

class Shelf {
  readonly #books: string[] = ["Loops", "Promises"];

  // deno-lint-ignore require-await -- a fake: its callers wait for it
  async add(book: string): Promise<void> {
    this.#books.push(book);
  }

  *titles(): Generator<string> {
    yield* this.#books;
  }

  *[Symbol.iterator](): Generator<string> {
    yield* this.#books;
  }

  async *pages(): AsyncGenerator<string> {
    yield* this.#books;
  }
}

Deno.test("an object that was wrapped can still be iterated", async () => {
  const seen = await replay(async ({ io }) => {
    const shelf = io(new Shelf());
    await shelf.add("Streams");
    return [[...shelf], [...shelf.titles()]];
  }, "");
  const all = ["Loops", "Promises", "Streams"];
  assertEquals(seen, [all, all]);
});

Deno.test("each step of an async generator is decided, as a call is", async () => {
  async function body({ io }: World): Promise<string> {
    const shelf = io(new Shelf());
    let read = "";
    const reading = (async () => {
      for await (const page of shelf.pages()) read += page[0];
    })();
    await io("news").then(() => read += "!");
    await reading;
    return read;
  }
  const { exhausted, distinctOutcomes, maxDepth } = await explore(body);
  assertEquals(
    { exhausted, distinctOutcomes, maxDepth },
    { exhausted: true, distinctOutcomes: 3, maxDepth: 7 },
  );
});

Deno.test("a fault may be a function that throws", async () => {
  const error = await assertRejects(
    () =>
      explore(async ({ io }) => {
        await io("send", {
          faults: [() => {
            throw new TypeError("no route");
          }],
        });
      }),
    ScheduleError,
  );
  assertEquals(error.shrunk, "0.f1");
  assertEquals((error.cause as Error).name, "TypeError");
  assertEquals(error.timeline.includes("send fails: TypeError: no"), true);
});

Deno.test("what a coroutine body throws is its error, not one that nobody handled", async () => {
  const error = await assertRejects(
    () =>
      explore(function* ({ io }): Coroutine<void> {
        yield* io("work");
        throw new Error("broken");
      }),
    ScheduleError,
  );
  assertEquals(error.kind, "error");
});

Deno.test("leaks: a task that is not over when the body is", async () => {
  function* body({ io }: World): Coroutine<void> {
    createTask(new Event().wait(), { name: "forgotten" });
    yield* io("work");
    yield* createTask(sleep(1));
  }
  const error = await assertRejects(
    () => explore(body, { leaks: true }),
    ScheduleError,
  );
  assertEquals(error.kind, "leak");
  assertEquals(error.message.includes("forgotten, which waits for"), true);
  assertEquals((await explore(body)).exhausted, true);
});

Deno.test("a shard without schedules has explored all it has", async () => {
  const reports = await Promise.all(
    [0, 1, 2].map((index) =>
      explore(async ({ io }) => {
        await io("only");
      }, { shard: { index, count: 3 } })
    ),
  );
  assertEquals(reports.map(({ schedules }) => schedules), [1, 0, 0]);
  assertEquals(reports.every(({ exhausted }) => exhausted), true);
});
