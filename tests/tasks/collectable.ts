/**
 * Makes loops on which errors get lost, forgets them, and says how many are
 * still there after the garbage collector went by. A test runs it in a process
 * with a collector that can be called.
 */

import { createTask, EventLoop, gather, sleep } from "../../mod.ts";

const LOOPS = 50;

function* fails() {
  yield* sleep(1);
  throw new Error("nobody looks at this one");
}

/** A loop that is left as it is: not closed, with errors nobody has seen. */
function leaveBehind(): WeakRef<EventLoop> {
  const loop = new EventLoop({ clock: "virtual" });
  loop.setExceptionHandler(() => {});
  loop.runUntilComplete((function* () {
    createTask(fails());
    gather([fails(), fails()]);
    yield* sleep(5);
  })());
  return new WeakRef(loop);
}

const loops = Array.from({ length: LOOPS }, leaveBehind);
const { gc } = globalThis as unknown as { gc: () => void };
for (let round = 0; round < 5; round++) {
  // What a WeakRef has given is kept until the end of the host's turn.
  await new Promise((resolve) => setTimeout(resolve));
  gc();
}
console.log(loops.filter((loop) => loop.deref() !== undefined).length);
