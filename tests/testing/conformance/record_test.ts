import { assertEquals } from "@std/assert";
import { RECORDED } from "../../../src/testing/conformance/recorded.ts";
import { RECORD, recordAll, toText } from "./record.ts";

Deno.test("the record is what CPython does now, with the programs as they are now", async () => {
  const now = await recordAll();
  assertEquals(RECORDED.python, now.python);
  for (const [index, each] of now.cases.entries()) {
    assertEquals(RECORDED.cases[index], each, "deno task conform --record");
  }
  assertEquals(await Deno.readTextFile(RECORD), toText(now));
});
