/** Who waits for whom, here and in CPython, in the same programs. */

import { assertEquals } from "@std/assert";
import {
  captureCallGraph,
  type Coroutine,
  createTask,
  type FutureCallGraph,
  gather,
  getRunningLoop,
  run,
  shield,
  sleep,
  Task,
  taskGroup,
  timeout,
  wait,
  waitFor,
} from "../../mod.ts";
import { startPython } from "./plain_python.ts";

/** A future's name, and those who wait for it: `leaf < [main]`. */
function shape({ future, awaitedBy }: FutureCallGraph): string {
  const name = future instanceof Task ? future.getName() : "future";
  // CPython has a set here.
  const waiters = awaitedBy.map(shape).sort();
  return waiters.length === 0 ? name : `${name} < [${waiters.join(", ")}]`;
}

const PYTHON = `
def shape(graph):
    future = graph.future
    name = future.get_name() if isinstance(future, asyncio.Task) else "future"
    waiters = sorted(map(shape, graph.awaited_by))
    return f"{name} < [{', '.join(waiters)}]" if waiters else name

def start(coroutine, name):
    return asyncio.create_task(coroutine, name=name)

def captured(program):
    async def main():
        asyncio.current_task().set_name("main")
        leaf = start(asyncio.sleep(1), "leaf")
        start(program(leaf), "program")
        await asyncio.sleep(0.01)
        return shape(asyncio.capture_call_graph(leaf))
    asyncio.events._set_running_loop(None)
    return asyncio.run(main())
`;

type Program = (leaf: Task<void>) => Coroutine<unknown>;

function start<T>(coroutine: Coroutine<T>, name: string): Task<T> {
  return createTask(coroutine, { name });
}

function captured(program: Program): Promise<string> {
  return run(function* () {
    const leaf = start(sleep(1000), "leaf");
    start(program(leaf), "program");
    yield* sleep(10);
    return shape(captureCallGraph(leaf)!);
  }, { clock: "virtual", name: "main" });
}

const PROGRAMS: Readonly<Record<string, readonly [string, Program]>> = {
  "a plain wait": ["await leaf", function* (leaf) {
    yield* leaf;
  }],
  "gather": [
    "await asyncio.gather(leaf, asyncio.sleep(2))",
    function* (leaf) {
      yield* gather([leaf, sleep(2000)]);
    },
  ],
  "shield in gather": [
    "await asyncio.gather(asyncio.shield(leaf))",
    function* (leaf) {
      yield* gather([shield(leaf)]);
    },
  ],
  "wait": ["await asyncio.wait([leaf])", function* (leaf) {
    yield* wait([leaf]);
  }],
  "wait_for and timeout": [
    `
    async with asyncio.timeout(9):
        await asyncio.wait_for(leaf, 8)`,
    function* (leaf) {
      yield* timeout(9000, () => waitFor(leaf, 8000));
    },
  ],
  "a task group around a task that waits": [
    `
    async def child():
        await leaf
    async with asyncio.TaskGroup() as group:
        group.create_task(child(), name="child")`,
    function* (leaf) {
      yield* taskGroup(function* (group) {
        group.createTask(leaf[Symbol.iterator](), { name: "child" });
      });
    },
  ],
  "several who wait": [
    `
    async def child():
        await asyncio.shield(leaf)
    await asyncio.gather(start(child(), "one"), start(child(), "two"), leaf)`,
    function* (leaf) {
      function* child() {
        yield* shield(leaf);
      }
      yield* gather([start(child(), "one"), start(child(), "two"), leaf]);
    },
  ],
  "somebody who waits for a future": [
    `
    future = asyncio.get_running_loop().create_future()
    leaf.add_done_callback(id)
    await future`,
    function* (leaf) {
      const future = getRunningLoop().createFuture<void>();
      leaf.addDoneCallback(() => {});
      yield* future;
    },
  ],
};

for (const [name, [code, program]] of Object.entries(PROGRAMS)) {
  Deno.test(`the call graph of ${name} is CPython's`, async () => {
    const python = await startPython();
    python.run(`${PYTHON}
async def program(leaf):
    ${code.trim()}
`);
    assertEquals(
      await captured(program),
      python.value("captured(program)"),
    );
  });
}

Deno.test("CPython also tells of who made a gather, and of who has left a wait", async () => {
  const python = await startPython();
  python.run(`${PYTHON}
async def program(leaf):
    program.kept = asyncio.gather(leaf, return_exceptions=True)
    await asyncio.sleep(1)

async def leaves(leaf):
    child = start(asyncio.wait([leaf]), "child")
    await asyncio.sleep(0)
    child.cancel()
`);
  assertEquals(python.value("captured(program)"), "leaf < [program]");
  assertEquals(python.value("captured(leaves)"), "leaf < [child]");
  const programs: Program[] = [
    function* (leaf) {
      gather([leaf], { returnExceptions: true });
      yield* sleep(1000);
    },
    function* (leaf) {
      const child = start(wait([leaf]), "child");
      yield* sleep(0);
      child.cancel();
    },
  ];
  for (const program of programs) {
    assertEquals(await captured(program), "leaf");
  }
});
