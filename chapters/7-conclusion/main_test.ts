import { assertEquals } from "@std/assert";
import { runSync, Trace } from "../../mod.ts";
import { main } from "./main.ts";
import { main as native } from "./native.ts";
import { linesOf, timedLinesOf } from "../recording.ts";

Deno.test("five pages are crawled in 80 ms, past one that is slow and one that is broken", () => {
  assertEquals(timedLinesOf(main), [
    "20 Ada: /",
    "50 Ada: /a",
    "60 Cy: /c",
    "70 Bo: /b is too slow",
    "80 Cy: /d is broken",
    "80 5 pages found",
  ]);
});

Deno.test("the server never sees more than two requests at a time", () => {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  runSync(main, { trace });
  listening.stop();
  const downloads = new Set<number>();
  let most = 0;
  for (const event of trace.events) {
    if (event.kind === "timer-set" && event.label === "sleep") {
      most = Math.max(most, downloads.add(event.timer).size);
    } else if (event.kind === "timer-cancelled") {
      downloads.delete(event.timer);
    } else if (event.kind === "completed" && event.source.kind === "timer") {
      downloads.delete(event.source.timer);
    }
  }
  assertEquals(most, 2);
  assertEquals(downloads.size, 0);
});

Deno.test("a second crawl starts from nothing", () => {
  assertEquals(timedLinesOf(main), timedLinesOf(main));
});

Deno.test("the crawl of promises finds the same pages, level by level", async () => {
  assertEquals(await linesOf(native), [
    "/",
    "/a",
    "/b is too slow",
    "/c",
    "/d is broken",
    "5 pages found",
  ]);
});
