import { createTask, fromPromise, run, sleep } from "../../mod.ts";
import { readSensor } from "./sensor.ts";

// #region ways
function* onTheLoop() {
  return readSensor();
}

function* offTheLoop() {
  const url = new URL("sensor_worker.ts", import.meta.url);
  const worker = new Worker(url, { type: "module" });
  try {
    return yield* fromPromise(
      new Promise<number>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
    );
  } finally {
    worker.terminate();
  }
}
// #endregion

// #region main
function* program() {
  let beats = 0;
  const heart = createTask(function* () {
    for (;; beats++) yield* sleep(5);
  }());
  for (const way of [onTheLoop, offTheLoop]) {
    beats = 0;
    const degrees = yield* way();
    const heard = beats > 0 ? "went on beating" : "stood still";
    const where = way === onTheLoop ? "on the loop" : "off the loop";
    console.log(`${where}: ${degrees} degrees, the heart ${heard}`);
  }
  heart.cancel();
}

export async function main() {
  await run(program, { clock: "real" });
}
// #endregion

if (import.meta.main) await main();
