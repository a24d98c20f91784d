import { createTask, run, sleep, type Task } from "../../mod.ts";

// #region synchronous
function* upload(name: string) {
  console.log(`${name}: started`);
  yield* sleep(20);
  console.log(`${name}: sent`);
  return name.length;
}

function checksum(name: string): number {
  console.log(`checksum of ${name}: begins`);
  let sum = 0;
  for (let i = 0; i < 1_000_000; i++) sum = (sum * 31 + i) % 65_521;
  console.log(`checksum of ${name}: ends`);
  return sum;
}

function sizeOf(photo: Task<number>): string {
  try {
    return `${photo.result()} bytes`;
  } catch (error) {
    return String(error);
  }
}

export function* main() {
  const photo = createTask(upload("photo"));
  checksum("video"); // the photo is ready, and has to wait
  console.log(`size: ${sizeOf(photo)}`);
  yield* photo;
  console.log(`size: ${sizeOf(photo)}`);
}
// #endregion

if (import.meta.main) await run(main);
