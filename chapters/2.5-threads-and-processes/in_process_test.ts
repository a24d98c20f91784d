import { assertEquals, assertRejects } from "@std/assert";
import { createTask, gather, run, sleep } from "../../mod.ts";
import { inProcess } from "./in_process.ts";

const module = (name: string) => new URL(name, import.meta.url);

Deno.test("a job in a process gives what it printed", async () => {
  const count = inProcess(module("./primes_process.ts"), "0", "30");
  assertEquals(await run(count), "10");
});

Deno.test("a process that fails is an error that says what it said", async () => {
  await assertRejects(
    () => run(inProcess(module("./no_such_program.ts"))),
    Error,
    "no_such_program.ts",
  );
});

Deno.test("a process whose job is cancelled is ended, even in the midst of computing", async () => {
  const endings: Promise<Deno.CommandOutput>[] = [];
  const Command = Deno.Command;
  Deno.Command = class extends Command {
    override output(): Promise<Deno.CommandOutput> {
      endings.push(super.output());
      return endings.at(-1)!;
    }
  };
  try {
    await run(function* () {
      const task = createTask(inProcess(module("./hog_process.ts")));
      yield* sleep(0);
      task.cancel();
      yield* gather([task], { returnExceptions: true });
    });
  } finally {
    Deno.Command = Command;
  }
  const [ending] = await Promise.all(endings);
  assertEquals(ending?.signal, "SIGTERM");
});
