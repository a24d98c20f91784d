/** Two transfers that wait for each other, as coroutines. */

import {
  type Coroutine,
  createTask,
  explore,
  Lock,
  ScheduleError,
  wait,
  type World,
} from "../../../mod.ts";

// #region body
export function* twoTransfers({ io }: World): Coroutine<void> {
  const [ann, bob] = [new Lock(), new Lock()];

  function* transfer(from: Lock, to: Lock): Coroutine<void> {
    yield* io("sign in");
    using _from = yield* from.acquire();
    yield* io("look up the account");
    using _to = yield* to.acquire();
  }

  yield* wait([
    createTask(transfer(ann, bob), { name: "ann to bob" }),
    createTask(transfer(bob, ann), { name: "bob to ann" }),
  ]);
}
// #endregion

export async function main(): Promise<void> {
  try {
    await explore(twoTransfers);
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error;
    // Files are named from here, so that it reads the same everywhere.
    console.log(error.message.replaceAll(import.meta.resolve("./"), ""));
  }
}

if (import.meta.main) await main();
