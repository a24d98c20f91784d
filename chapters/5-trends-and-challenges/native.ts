import { delay } from "@std/async";

// #region program
async function ask(
  what: string,
  ms: number,
  page: string[],
  signal?: AbortSignal,
) {
  try {
    await delay(ms, signal ? { signal } : {}); // the shop takes its time
  } catch (error) {
    if (signal?.aborted) console.log(`${what}: called off`);
    throw error;
  }
  console.log(`${what}: answered`);
  page.push(what);
}

export async function main() {
  const page: string[] = [];
  await ask("customer", 20, page);
  const limit = AbortSignal.timeout(50);
  try {
    await Promise.all([
      ask("orders", 30, page, limit),
      ask("basket", 10, page, limit),
      ask("advice", 600, page, limit),
    ]);
  } catch (error) {
    if (!limit.aborted) throw error;
    console.log("time is up");
  }
  console.log(`the page shows ${page.join(", ")}`);
}
// #endregion

if (import.meta.main) await main();
