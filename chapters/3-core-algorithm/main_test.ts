import { assertEquals, assertNotStrictEquals, assertThrows } from "@std/assert";
import {
  type EventLoop,
  getRunningLoop,
  Runner,
  runSync,
  sleep,
} from "../../mod.ts";
import { main } from "./main.ts";
import { linesOf } from "../recording.ts";

Deno.test("the four steps: nothing runs before the loop is started, callbacks follow their task", async () => {
  assertEquals(await linesOf(() => main({ clock: "virtual" })), [
    "everything is asked for, nothing has run",
    "lay the table",
    "ring the bell",
    "toast is ready",
    "tea is ready",
    "pour the tea",
    "clear the table after the tea",
    "the loop has stopped; the toast: toast",
  ]);
});

Deno.test("step 1 is there, though run() takes it for you: each run has a loop of its own", () => {
  function* whichLoop() {
    return getRunningLoop();
  }
  assertThrows(() => getRunningLoop(), Error, "No running event loop");
  const first: EventLoop = runSync(whichLoop);
  // decides 3.d
  assertNotStrictEquals(first, runSync(whichLoop));
});

Deno.test("steps 2 and 3 are one: a task that was made runs though nobody added it to the loop", async () => {
  const runner = new Runner({ clock: "virtual" });
  const heard: string[] = [];
  runner.getLoop().createTask(function* () {
    heard.push("made, not added");
  }());
  assertEquals(heard, []);
  await runner.run(sleep(0));
  // decides 3.e, 3.f
  assertEquals(heard, ["made, not added"]);
  await runner.close();
});
