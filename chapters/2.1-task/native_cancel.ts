import { delay } from "@std/async";

// #region program
async function upload(name: string, signal: AbortSignal) {
  console.log(`${name}: started`);
  try {
    await delay(100, { signal });
    console.log(`${name}: sent`);
  } finally {
    console.log(`${name}: removing the half-sent file`);
    await delay(10); // without the signal, which has gone off
    console.log(`${name}: removed`);
  }
}

export async function main() {
  const controller = new AbortController();
  const photo = upload("photo", controller.signal);
  await delay(20);
  controller.abort();
  console.log("main: asked the photo to stop");
  try {
    await photo;
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    console.log("main: the photo has stopped");
  }
}
// #endregion

if (import.meta.main) await main();
