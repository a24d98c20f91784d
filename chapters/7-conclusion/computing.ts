import {
  createTask,
  Event,
  gather,
  getRunningLoop,
  run,
  sleep,
} from "../../mod.ts";

// #region computing
const PIECES = 100;
let done = 0;

function* answer(bell: Event) {
  yield* bell.wait();
  console.log(`  the door opens, ${done} of ${PIECES} pieces are done`);
}

function* compute(pieces: number, givesWay: boolean) {
  for (let i = 0; i < pieces; i++) {
    done++; // a piece of computing
    if (givesWay) yield* sleep(0);
  }
}

function* computeAndAnswer(tasks: number, givesWay: boolean) {
  done = 0;
  const bell = new Event();
  const door = createTask(answer(bell));
  yield* sleep(0); // somebody is at the door, and waits for the bell
  getRunningLoop().callSoon(() => bell.set());
  const parts = Array.from(
    { length: tasks },
    () => compute(PIECES / tasks, givesWay),
  );
  yield* gather(parts);
  yield* door;
}

export function* main() {
  console.log("computed in one task");
  yield* computeAndAnswer(1, false);
  console.log("computed in a hundred tasks");
  yield* computeAndAnswer(100, false);
  console.log("in one task, giving way after each piece");
  yield* computeAndAnswer(1, true);
}
// #endregion

if (import.meta.main) await run(main);
