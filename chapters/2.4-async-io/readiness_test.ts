import { assertEquals } from "@std/assert";
import { createTask, gather, runSync, sleep, Trace } from "../../mod.ts";
import { main, read, Socket } from "./readiness.ts";
import { linesOfPython } from "../recording.ts";

Deno.test("each line is printed when its socket has become readable", () => {
  const trace = new Trace();
  const listening = trace.listen(console, { echo: false });
  runSync(main, { trace });
  listening.stop();
  const lines = trace.events.flatMap((event) =>
    event.kind === "printed" ? [`${event.time} ${event.text}`] : []
  );
  assertEquals(lines, [
    "20 back: hello",
    "40 front: good",
    "40 front: morning",
    "40 back: world",
  ]);
});

Deno.test("a read that is cancelled while it waits for readiness takes nothing", () => {
  const text = runSync(function* () {
    const socket = new Socket();
    const first = createTask(read(socket));
    yield* sleep(0);
    first.cancel();
    yield* gather([first], { returnExceptions: true });
    socket.deliver("hello");
    return yield* read(socket);
  });
  assertEquals(text, "hello");
});

Deno.test("the real thing behaves like the pretended: refused, selected, received", async () => {
  assertEquals(await linesOfPython(import.meta, "readiness"), [
    "recv:   would have to wait",
    "select: 0 of 1 ready",
    "something was sent",
    "select: 1 of 1 ready",
    "recv:   b'hello'",
    "recv:   would have to wait",
  ]);
});
