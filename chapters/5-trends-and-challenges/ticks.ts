// #region ticks
/** How many turns of the microtask queue go by in an await. */
export async function ticksOf(wait: () => Promise<unknown>): Promise<number> {
  let ticks = 0;
  let over = false;
  function tick() {
    if (over) return;
    ticks++;
    queueMicrotask(tick);
  }
  queueMicrotask(tick);
  await wait();
  over = true;
  return ticks;
}

export async function main() {
  const promise = Promise.resolve("here already");
  const wrapped = () => new Promise((resolve) => resolve(promise));
  console.log(`await promise: ${await ticksOf(() => promise)} tick`);
  console.log(`await wrapped: ${await ticksOf(wrapped)} ticks`);
}
// #endregion

if (import.meta.main) await main();
