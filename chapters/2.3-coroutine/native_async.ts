import { delay } from "@std/async";

// #region native
async function upload() {
  console.log("  started");
  try {
    await delay(20);
    console.log("  sent");
  } finally {
    console.log("  cleaned up");
  }
}
// #endregion

// #region generator
function* uploadByHand() {
  console.log("  started");
  try {
    yield;
    console.log("  sent");
  } finally {
    console.log("  cleaned up");
  }
}
// #endregion

// #region main
export async function main() {
  console.log("async function");
  const promise = upload();
  console.log(`  I hold a promise, ${handles(promise)}`);
  await delay(40); // all I can do is wait, or not wait

  console.log("generator function");
  const coroutine = uploadByHand();
  console.log(`  I hold a coroutine, ${handles(coroutine)}`);
  coroutine.next();
  console.log("  it has stopped, and I decide");
  coroutine.return();
}

function handles(value: object): string {
  const methods = ["next", "throw", "return"].filter((name) => name in value);
  return `handles: ${methods.join(", ") || "none"}`;
}
// #endregion

if (import.meta.main) await main();
