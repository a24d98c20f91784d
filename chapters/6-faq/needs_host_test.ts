import { assertEquals, assertRejects } from "@std/assert";
import { HostRequiredError } from "../../mod.ts";
import { main } from "./needs_host.ts";
import { linesOf } from "../recording.ts";

Deno.test("without the host the relay ends well and the file can't be read", async () => {
  const lines = await linesOf(async () => {
    await assertRejects(async () => await main(), HostRequiredError);
  });
  assertEquals(lines.at(-1), "the baton is in");
});
