import { assert, assertEquals, assertThrows } from "@std/assert";
import { ExceptionGroup } from "../../mod.ts";

Deno.test("ExceptionGroup: split by class, by classes and by function keeps the shape", () => {
  const group = new ExceptionGroup("outer", [
    new TypeError("t"),
    new ExceptionGroup("inner", [new RangeError("r"), new TypeError("t2")]),
  ]);
  const { match, rest } = group.split(TypeError);
  assertEquals(names(match), ["TypeError", ["TypeError"]]);
  assertEquals(names(rest), [["RangeError"]]);
  assertEquals(names(group.subgroup([RangeError, SyntaxError])), [[
    "RangeError",
  ]]);
  assertEquals(group.subgroup(SyntaxError), null);
  assertEquals(group.split((error) => error === group).match, group);
  assertEquals(group.exceptions, group.errors);
  assertEquals(group.message, "outer (2 sub-exceptions)");
  assertEquals(match!.message, "outer (2 sub-exceptions)");
  assert(group instanceof AggregateError);
  assertThrows(
    () => new ExceptionGroup("empty", []),
    TypeError,
    "at least one error",
  );
  assertThrows(
    () => group.split("TypeError" as never),
    TypeError,
    "Condition must be",
  );

  type Names = (string | Names)[];
  function names(part: ExceptionGroup | null): Names | null {
    return part &&
      part.errors.map((error) =>
        error instanceof ExceptionGroup ? names(error)! : (error as Error).name
      );
  }
});

Deno.test("the parts of an exception group keep its cause", () => {
  const group = new ExceptionGroup("outer", [
    new TypeError("t"),
    new RangeError("r"),
  ]);
  group.cause = "the cause";
  assertEquals(group.subgroup(TypeError)!.cause, "the cause");
});
