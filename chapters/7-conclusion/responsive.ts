import {
  type Coroutine,
  Event,
  gather,
  getRunningLoop,
  run,
  sleep,
} from "../../mod.ts";

// #region two-ways
function* download() {
  yield* sleep(20);
}

/** Opens the door; the result is how long the visitor stood there. */
function* answer(bell: Event, rang: number): Coroutine<number> {
  yield* bell.wait();
  return getRunningLoop().time() - rang;
}

type Way = (count: number, door: Coroutine<number>) => Coroutine<number>;

export function* oneByOne(count: number, door: Coroutine<number>) {
  for (let i = 0; i < count; i++) yield* download();
  return yield* door;
}

export function* together(count: number, door: Coroutine<number>) {
  const downloads = Array.from({ length: count }, download);
  const [waited] = yield* gather([door, ...downloads]);
  return waited as number;
}
// #endregion

// #region measure
/** A visitor rings after 1 ms, while so many downloads are going on. */
export function* measure(way: Way, count: number) {
  const loop = getRunningLoop();
  const begin = loop.time();
  const bell = new Event();
  loop.callLater(1, () => bell.set());
  const waited = yield* way(count, answer(bell, begin + 1));
  return { waited, total: loop.time() - begin };
}

export function* main() {
  for (const count of [1, 10, 100]) {
    console.log(`${count} download${count > 1 ? "s" : ""}`);
    for (const way of [oneByOne, together]) {
      const { waited, total } = yield* measure(way, count);
      console.log(
        `  ${way.name.padEnd(9)}` +
          `the visitor waits ${String(waited).padStart(4)} ms, ` +
          `all is done after ${String(total).padStart(4)} ms`,
      );
    }
  }
}
// #endregion

if (import.meta.main) await run(main);
