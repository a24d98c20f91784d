// #region abandoned
async function upload(network: Promise<void>) {
  try {
    await network;
  } finally {
    console.log("cleaned up"); // is never printed
  }
}

export async function main() {
  const silent = new Promise<void>(() => {}); // a server that never answers
  const gaveUp = Promise.resolve("main: gave up");
  console.log(await Promise.race([upload(silent), gaveUp]));
}
// #endregion

if (import.meta.main) await main();
