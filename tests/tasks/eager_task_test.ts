import { assert, assertEquals } from "@std/assert";
import { createTask, currentTask, runSync, sleep } from "../../mod.ts";

Deno.test("rule 21: an eager task runs its first step inside the caller's", () => {
  const log: string[] = [];
  runSync(function* () {
    const main = currentTask();
    const task = createTask(
      function* () {
        log.push(
          `first, current is ${
            currentTask() === main ? "main" : currentTask()!.getName()
          }`,
        );
        yield* sleep(0);
        log.push("second");
      }(),
      { eagerStart: true },
    );
    log.push(`main, current is ${currentTask() === main ? "main" : "other"}`);
    yield* task;
  });
  assertEquals(log, [
    "first, current is Task-2",
    "main, current is main",
    "second",
  ]);
});

Deno.test("rule 21: an eager task that never waits is over at once, its callbacks still scheduled", () => {
  const log: string[] = [];
  runSync(function* () {
    const task = createTask(
      function* () {
        return 1;
      }(),
      { eagerStart: true },
    );
    assert(task.done());
    task.addDoneCallback(() => log.push("callback"));
    log.push(`result ${task.result()}`);
    yield* sleep(0);
  });
  assertEquals(log, ["result 1", "callback"]);
});
