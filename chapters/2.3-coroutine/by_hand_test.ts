import { assertEquals } from "@std/assert";
import { interview, main } from "./by_hand.ts";
import { linesOf } from "../recording.ts";

Deno.test("what goes in with next comes out of yield, two functions deep", () => {
  const talk = interview();
  talk.next();
  assertEquals(talk.next("Ada"), {
    value: "Where do you live, Ada?",
    done: false,
  });
  assertEquals(talk.next("London"), { value: "Ada of London", done: true });
});

Deno.test("calling the function runs nothing, and a spent generator answers undefined", async () => {
  const lines = await linesOf(main);
  assertEquals(lines[0], "made; nothing has run");
  assertEquals(lines.at(-1), "4: { value: undefined, done: true }");
});
