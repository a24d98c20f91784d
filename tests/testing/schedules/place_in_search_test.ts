import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  formatPath,
  parsePath,
  shareBefore,
} from "../../../src/testing/schedules/place_in_search.ts";

const PATH = [
  { answer: 1, count: 3 },
  { answer: 0, count: 2 },
  { answer: 2, count: 4 },
];

Deno.test("a place in a search is written and read again", () => {
  assertEquals(formatPath(PATH), "1/3.0/2.2/4");
  assertEquals(parsePath("1/3.0/2.2/4"), PATH);
  assertEquals(parsePath(""), []);
});

Deno.test("what is no place says which step of it is wrong", () => {
  for (const wrong of ["1/3.x.2/4", "1/3.2/2.0/4", "1/3.1.0/4"]) {
    assertThrows(() => parsePath(wrong), SyntaxError, "Step 2 of the place");
  }
});

Deno.test("the share that is done takes all branches for equally large", () => {
  assertEquals(shareBefore([]), 0);
  assertAlmostEquals(shareBefore(PATH), 1 / 3 + 2 / 24);
});
