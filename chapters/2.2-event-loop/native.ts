import { delay } from "@std/async";

// #region main
export async function main() {
  const say = (text: string) => () => console.log(text);

  setTimeout(() => {
    console.log("timeout");
    queueMicrotask(say("microtask, asked by the timeout"));
  }, 0);
  setTimeout(say("another timeout"), 0);

  queueMicrotask(() => {
    console.log("microtask");
    queueMicrotask(say("microtask, asked by the microtask"));
  });
  Promise.resolve().then(say("callback of a promise"));

  console.log("main has asked and goes on");
  await delay(0);
  console.log("main is back");
}
// #endregion

if (import.meta.main) await main();
