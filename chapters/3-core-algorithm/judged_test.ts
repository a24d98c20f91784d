import { assertEquals } from "@std/assert";
import { conformance } from "@loopbook/loopbook/conformance";
import { adapter, JudgedLoop, main } from "./judged.ts";
import { linesOf } from "../recording.ts";
import type { Loop } from "./stage1.ts";
import { Future } from "./stage3.ts";
import type { Coroutine, Stop, Task } from "./stage4.ts";
import { CancellableTask } from "./stage6.ts";

Deno.test("stage 6 runs the recorded programs as CPython does, but for those in which a coroutine yields what it must not", async () => {
  const report = await conformance(adapter).run();
  assertEquals(report.passed, 43);
  assertEquals(report.broken, [12]);
});

Deno.test("the judge's lines name the rule that is broken", async () => {
  const lines = await linesOf(main);
  assertEquals(lines.filter((line) => line.startsWith("0 of")), [
    "0 of 3  rule 12: A bad wait comes back as an error, in a step of its own",
  ]);
});

Deno.test("the exercise can be done: a task that looks at what was yielded, and complains in its next step", async () => {
  const mended = await conformance({
    ...adapter,
    makeLoop: () => new CarefulLoop(),
  }).run();
  assertEquals(mended.passed, 46);
  assertEquals(mended.failed, 0);
});

class CarefulTask<T> extends CancellableTask<T> {
  #complaint: Error | null = null;

  protected override suspend(future: Future<unknown> | undefined): void {
    if (future !== undefined && !this.#isOurs(future)) {
      this.#complaint = new TypeError(
        "Coroutine yielded what is not awaitable",
      );
      future = undefined;
    }
    super.suspend(future);
  }

  protected override advance(): Stop<T> {
    const complaint = this.#complaint;
    if (complaint === null) return super.advance();
    this.#complaint = null;
    return this.coroutine.throw(complaint);
  }

  #isOurs(future: unknown): boolean {
    if (!(future instanceof Future)) return false;
    return (future as unknown as { loop: Loop }).loop === this.loop;
  }
}

class CarefulLoop extends JudgedLoop {
  override createTask<T>(coroutine: Coroutine<T>): Task<T> {
    const task = new CarefulTask(this, coroutine);
    this.tasks.push(task);
    return task;
  }
}
