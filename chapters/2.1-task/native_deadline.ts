import { deadline, delay } from "@std/async";

// #region program
async function upload(name: string) {
  await delay(40);
  console.log(`${name}: sent`);
}

export async function main() {
  const photo = upload("photo");
  try {
    await deadline(photo, 10);
  } catch (error) {
    console.log(`main: gave up (${(error as Error).name})`);
  }
  await photo; // what nobody wanted any more still happens
}
// #endregion

if (import.meta.main) await main();
