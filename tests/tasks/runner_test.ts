import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  ContextVar,
  createTask,
  getRunningLoop,
  Runner,
  sleep,
} from "../../mod.ts";

Deno.test("a Runner keeps its loop, its clock and its context between runs", async () => {
  const word = new ContextVar("word", { defaultValue: "none" });
  const runner = new Runner({ clock: "virtual" });
  await runner.run(function* () {
    word.set("kept");
    createTask(sleep(1)); // makes the context a shared one
    word.set("kept to the end");
    yield* sleep(100);
  });
  const seen = await runner.run(function* () {
    yield* sleep(1);
    return [word.get(), getRunningLoop().time()];
  });
  assertEquals(seen, ["kept to the end", 101]);
  assertEquals(word.get(), "none");
  await runner.close();
  await runner.close();
  assert(runner.getLoop().isClosed());
  await assertRejects(() => runner.run(sleep(1)), Error, "Runner is closed");
});

Deno.test("a Runner closes itself at the end of a block", async () => {
  let loop;
  {
    await using runner = new Runner();
    loop = runner.getLoop();
    await runner.run(sleep(0));
  }
  assert(loop.isClosed());
});
