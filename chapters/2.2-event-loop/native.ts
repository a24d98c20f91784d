import { delay } from "@std/async";

// #region main
export async function main() {
  const say = (text: string) => () => console.log(text);

  setTimeout(say("timeout of 2 ms"), 2);
  setTimeout(() => {
    console.log("timeout of 0 ms");
    queueMicrotask(say("microtask, asked by the timeout"));
  }, 0);
  setTimeout(say("another timeout of 0 ms"), 0);

  queueMicrotask(() => {
    console.log("microtask");
    queueMicrotask(say("microtask, asked by the microtask"));
  });
  Promise.resolve().then(say("callback of a promise"));

  console.log("main has asked and goes on");
  await delay(20);
  console.log("main is back");
}
// #endregion

if (import.meta.main) await main();
