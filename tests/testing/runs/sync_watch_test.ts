import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  type Coroutine,
  createTask,
  Event,
  explore,
  gather,
  Lock,
  Queue,
  ScheduleError,
  Semaphore,
  wait,
  type World,
} from "../../../mod.ts";

/** Who waits for whom when a body hangs, without the places. */
async function waitsOf(
  body: (world: World) => Coroutine<unknown>,
): Promise<string[]> {
  const error = await assertRejects(() => explore(body), ScheduleError);
  const [, waits = ""] = error.message.split("whom:\n");
  const lines = waits.split("\n").map((line) => line.trim());
  return lines.slice(0, lines.indexOf("")).filter((line) =>
    !line.startsWith("since ")
  );
}

Deno.test("two tasks with two locks in two orders are drawn as a circle", async () => {
  function* body({ io }: World): Coroutine<void> {
    const [a, b] = [new Lock(), new Lock()];
    function* transfer(from: Lock, to: Lock): Coroutine<void> {
      yield* io("start");
      using _from = yield* from.acquire();
      yield* io("between");
      using _to = yield* to.acquire();
    }
    yield* wait([
      createTask(transfer(a, b), { name: "there" }),
      createTask(transfer(b, a), { name: "back" }),
    ]);
  }
  assertEquals(await waitsOf(body), [
    "In a circle: there → back → there",
    "there ──▶ Lock #2, held by back",
    "back ──▶ Lock #1, held by there",
    "Task-1 ──▶ there and back",
  ]);
});

Deno.test("what nobody holds is named with the method that waits", async () => {
  function* body({ io }: World): Coroutine<void> {
    yield* io("start");
    yield* gather([
      createTask(new Event().wait(), { name: "listener" }),
      createTask(new Queue().get(), { name: "consumer" }),
      createTask(new Semaphore(0).acquire(), { name: "visitor" }),
    ]);
  }
  assertEquals(await waitsOf(body), [
    "Task-1 ──▶ listener and consumer and visitor",
    "listener ──▶ Event #1.wait()",
    "consumer ──▶ Queue #1.get()",
    "visitor ──▶ Semaphore #1",
  ]);
});

Deno.test("the place of a wait is in the code that waits, and nothing stays wrapped", async () => {
  const { acquire } = Lock.prototype;
  function* body({ io }: World): Coroutine<void> {
    const lock = new Lock();
    yield* io("start");
    yield* lock.acquire();
    yield* lock.acquire();
  }
  const error = await assertRejects(() => explore(body), ScheduleError);
  assert(/since .*sync_watch_test\.ts:\d+/.test(error.message), error.message);
  assert(error.message.includes("Lock #1, held by Task-1"), error.message);
  assertEquals(Lock.prototype.acquire, acquire);
});
