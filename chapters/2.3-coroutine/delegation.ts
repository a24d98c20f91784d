import { run } from "../../mod.ts";

// #region levels
type Frame = Generator<string, number, number>;

function* inner(): Frame {
  const answer = yield "How many?";
  return answer;
}

function* middle(): Frame {
  return 1 + (yield* watched("middle → inner", inner()));
}

function* outer(): Frame {
  return 10 * (yield* watched("outer → middle", middle()));
}
// #endregion

// #region watched
/** Stands between two levels and tells what passes. */
function watched(between: string, frame: Frame): Frame {
  const next = frame.next.bind(frame);
  frame.next = (...[sent]: [] | [number]) => {
    console.log(`  ${between}: next(${sent})`);
    const step = sent === undefined ? next() : next(sent);
    console.log(
      `  ${between}: ${step.done ? "returned" : "yielded"}`,
      step.value,
    );
    return step;
  };
  return frame;
}
// #endregion

export function* main() {
  // #region drive
  const coroutine = outer();
  console.log("first step");
  console.log("driver sees", coroutine.next());
  console.log("second step");
  console.log("driver sees", coroutine.next(4));
  // #endregion
}

if (import.meta.main) await run(main);
