import { delay } from "@std/async";

// #region program
async function upload(name: string, ms: number) {
  console.log(`${name}: started`);
  await delay(ms);
  console.log(`${name}: sent`);
  return ms;
}

export async function main() {
  const photo = upload("photo", 20);
  const video = upload("video", 60);
  console.log("main: two promises made");
  console.log(`main: the photo took ${await photo} ms`);
  console.log(`main: the video took ${await video} ms`);
}
// #endregion

if (import.meta.main) await main();
