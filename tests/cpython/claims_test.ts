/**
 * What asyncio does, where a claim of the book is about asyncio: said by CPython
 * itself. The chapters show the same on our loop.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { runPythonProgram } from "../../tools/cpython/program.ts";

Deno.test("CPython's asyncio.run stops when main is done, and cancels the task that is still at work", async () => {
  const printed = await printedBy("3-core-algorithm/left_behind.py");
  // decides 3.g
  assertEquals(printed, [
    [10, "main: that is all I wanted"],
    [10, "backup: cancelled"],
  ]);
});

Deno.test("CPython's await does not give way when the result is there already", async () => {
  const printed = await printedBy(`
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("the result is here already")
    loop.call_soon(print, "somebody else had a turn")
    print(await future)
    await asyncio.sleep(0)

asyncio.run(main())
`);
  // decides 4.b
  assertEquals(printed, [
    [0, "the result is here already"],
    [0, "somebody else had a turn"],
  ]);
});

Deno.test("CPython's asyncio.sleep counts from where it is awaited, not from where it is called", async () => {
  const printed = await printedBy(`
import asyncio

async def main():
    nap = asyncio.sleep(1)
    await asyncio.sleep(5)
    await nap
    print("awake")

asyncio.run(main())
`);
  // decides 4.c
  assertEquals(printed, [[6000, "awake"]]);
});

Deno.test("CPython prints the article's line a second after the program began", async () => {
  const printed = await printedBy("4-code-example/main.py");
  // decides 4.d
  assertEquals(printed, [[1000, "Hello, world!"]]);
});

Deno.test("CPython gives a done callback the task, whether it failed or not, and nothing else", async () => {
  const printed = await printedBy(`
import asyncio

async def order(item):
    if item == "kettle":
        raise Exception("out of stock")
    return item

async def main():
    for item in ["cup", "kettle"]:
        task = asyncio.create_task(order(item))
        task.add_done_callback(lambda *given: print(item, given == (task,)))
        await asyncio.wait([task])
        await asyncio.sleep(0)
        task.exception()

asyncio.run(main())
`);
  // decides 6.3.a
  assertEquals(printed.map(([, line]) => line), ["cup True", "kettle True"]);
});

/** What CPython prints, and when: a program of a chapter, or a text. */
async function printedBy(program: string): Promise<[number, string][]> {
  const isFile = program.endsWith(".py");
  const source = isFile
    ? await Deno.readTextFile(
      new URL(`../../chapters/${program}`, import.meta.url),
    )
    : program;
  const { error, events } = await runPythonProgram(
    isFile ? program : "claim.py",
    source,
  );
  assertEquals(error, null);
  return events.flatMap((event): [number, string][] =>
    event.kind === "printed" ? [[event.time, event.text]] : []
  );
}
