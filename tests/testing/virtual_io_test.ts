import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import {
  createTask,
  LeakError,
  Lock,
  TimeoutError,
  virtual,
} from "../../mod.ts";
import { hostSleep } from "./host_sleep.ts";

/** A program that ends after some real milliseconds. */
const program = (milliseconds: number) =>
  new Deno.Command(Deno.execPath(), {
    args: ["eval", `setTimeout(() => console.log("done"), ${milliseconds})`],
  });

Deno.test("virtual() lets the clock stand still while a file is read", async () => {
  const length = await virtual(async (time) => {
    const limit = setTimeout(() => assert(false, "the clock moved"), 1000);
    const text = await Deno.readTextFile(import.meta.filename!);
    clearTimeout(limit);
    assertEquals(time.now(), 0);
    await hostSleep(1000);
    assertEquals(time.now(), 1000);
    return text.length;
  });
  assert(length > 0);
});

Deno.test("virtual() waits for a program, and for nothing longer than that", async () => {
  const [text, passed] = await virtual(async (time) => {
    const limit = setTimeout(() => assert(false, "the clock moved"), 60_000);
    const { stdout } = await program(1).output();
    clearTimeout(limit);
    return [new TextDecoder().decode(stdout), time.now()];
  }, { realTimeLimit: 60_000 });
  assertEquals([text, passed], ["done\n", 0]);
});

Deno.test("I/O that takes longer than the real time limit ends the run, and says what and where", async () => {
  let child: Deno.ChildProcess | undefined;
  const error = await assertRejects(
    () =>
      virtual(async () => {
        child = program(60_000).spawn();
        await child.status;
      }, { realTimeLimit: 20 }),
    TimeoutError,
  );
  child!.kill();
  await child!.status;
  assertStringIncludes(error.message, "for 20 ms of real time");
  assertStringIncludes(error.message, "may be real I/O");
  assertStringIncludes(error.message, "op_spawn_wait");
  assertStringIncludes(error.message, "virtual_io_test.ts:");
});

Deno.test("a timer that waits for I/O is named when the limit ends the run", async () => {
  let child: Deno.ChildProcess | undefined;
  const error = await assertRejects(
    () =>
      virtual(async () => {
        child = program(60_000).spawn();
        await Promise.all([child.status, hostSleep(100)]);
      }, { realTimeLimit: 20 }),
    TimeoutError,
  );
  child!.kill();
  await child!.status;
  assertStringIncludes(
    error.message,
    "setTimeout(…, 100), due at 100 ms, has to wait",
  );
});

Deno.test("I/O that the body does not wait for is a leak, with where it was begun", async () => {
  let child: Deno.ChildProcess | undefined;
  const error = await assertRejects(
    () =>
      virtual(() => {
        child = program(60_000).spawn();
      }),
    LeakError,
  );
  child!.kill();
  await child!.status;
  assertEquals(error.leaks[0]?.kind, "operation");
  assertStringIncludes(error.leaks[0]!.label, "op_spawn_wait");
  assertStringIncludes(error.leaks[0]!.origin[0]!, "virtual_io_test.ts:");
});

Deno.test("a server that waits for somebody does not hold the clock", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const passed = await virtual(async (time) => {
    const accepted = listener.accept();
    await hostSleep(5000);
    const passed = time.now();
    const here = await Deno.connect({ hostname: "127.0.0.1", port });
    const there = await accepted;
    await there.write(new Uint8Array(3));
    assertEquals(await here.read(new Uint8Array(10)), 3);
    here.close();
    there.close();
    return passed;
  });
  listener.close();
  assertEquals(passed, 5000);
});

Deno.test("a server that nobody calls is waited for in real time, and named", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let accepted: Promise<unknown> | undefined;
  const error = await assertRejects(
    () => virtual(() => accepted = listener.accept(), { realTimeLimit: 20 }),
    TimeoutError,
  );
  listener.close();
  await assertRejects(() => accepted!);
  assertStringIncludes(error.message, "may be real I/O");
  assertStringIncludes(error.message, "op_net_accept");
  assertStringIncludes(error.message, "virtual_io_test.ts:");
});

Deno.test("a deadlock beside a server that nobody calls says so, and who waits for which lock", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let accepted: Promise<unknown> = Promise.resolve();
  const error = await assertRejects(
    () =>
      virtual(function* () {
        accepted = listener.accept().catch(() => {});
        const lock = new Lock();
        yield* lock.acquire();
        function* second() {
          yield* lock.acquire();
        }
        yield* createTask(second(), { name: "second" });
      }, { realTimeLimit: 20 }),
    TimeoutError,
  );
  listener.close();
  await accepted;
  assertStringIncludes(
    error.message,
    "nothing is in flight, so this is a deadlock unless somebody outside was to call",
  );
  assertStringIncludes(
    error.message,
    'Who waits for what:\n  In a circle: Task-1 → second → Task-1\n  Task-1 waits for task "second"',
  );
  assertStringIncludes(
    error.message,
    "second waits for Lock #1, held by Task-1\n      waits at ",
  );
});

/** A worker that has answered once. */
async function answered(): Promise<Worker> {
  const source = "onmessage = ({ data }) => postMessage(data)";
  const worker = new Worker(`data:text/javascript,${source}`, {
    type: "module",
  });
  await new Promise((answer) => {
    worker.onmessage = answer;
    worker.postMessage("ask");
  });
  return worker;
}

Deno.test("a worker that was terminated is no leak", async () => {
  await virtual(async () => {
    const worker = await answered();
    worker.terminate();
  }, { realTimeLimit: 60_000 });
});

Deno.test("a worker that goes on is a leak", async () => {
  let worker: Worker | undefined;
  const error = await assertRejects(
    () =>
      virtual(async () => {
        worker = await answered();
      }, { realTimeLimit: 60_000 }),
    LeakError,
  );
  worker!.terminate();
  assertEquals(error.leaks.map(({ kind, label }) => [kind, label]), [[
    "operation",
    "a worker that goes on, as nobody has terminated it (op_host_recv_ctrl)",
  ]]);
  assertStringIncludes(error.leaks[0]!.origin[0]!, "virtual_io_test.ts:");
});

Deno.test("a function taken before the run keeps the real clock, and is waited for", async () => {
  const { setTimeout } = globalThis;
  const passed = await virtual(async (time) => {
    await new Promise((wake) => setTimeout(wake, 1));
    return time.now();
  });
  assertEquals(passed, 0);
});
