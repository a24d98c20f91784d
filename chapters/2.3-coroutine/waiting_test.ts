import { assertEquals } from "@std/assert";
import { linesOf } from "../recording.ts";
import { Doorbell, main, start } from "./waiting.ts";

Deno.test("coroutines go on in the order in which they are woken, not in the order they began", async () => {
  assertEquals(await linesOf(main), [
    "Ada waits",
    "Bo waits",
    "nobody has rung",
    "Bo opens the door to the milkman",
    "Ada opens the door to the postman",
  ]);
});

Deno.test("a bell wakes everybody who waits at it, once", () => {
  const opened: string[] = [];
  const bell = new Doorbell();
  function* open(name: string) {
    opened.push(`${name}: ${yield* bell.wait()}`);
  }
  start(open("Ada"));
  start(open("Bo"));
  bell.ring("the postman");
  bell.ring("the milkman");
  assertEquals(opened, ["Ada: the postman", "Bo: the postman"]);
});
