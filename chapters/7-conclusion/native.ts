import { delay, pooledMap } from "@std/async";

const site: Record<string, { ms: number; links: string[] }> = {
  "/": { ms: 1, links: ["/a", "/b", "/c"] },
  "/a": { ms: 2, links: ["/"] },
  "/b": { ms: 5000, links: [] },
  "/c": { ms: 1, links: ["/d"] },
};

async function download(page: string, signal: AbortSignal) {
  const { ms, links } = site[page] ?? { ms: 1, links: null };
  await delay(ms, { signal });
  if (links === null) throw new Error("not found");
  return links;
}

// #region crawl
async function visit(page: string) {
  try {
    const links = await download(page, AbortSignal.timeout(50));
    return { page, links, verdict: "" };
  } catch (error) {
    const slow = (error as Error).name === "TimeoutError";
    return { page, links: [], verdict: slow ? " is too slow" : " is broken" };
  }
}

export async function main() {
  const found = new Set(["/"]);
  let level = ["/"];
  while (level.length > 0) {
    const next: string[] = [];
    for await (const { page, links, verdict } of pooledMap(2, level, visit)) {
      console.log(page + verdict);
      for (const link of links) if (!found.has(link)) next.push(link);
      for (const link of links) found.add(link);
    }
    level = next;
  }
  console.log(`${found.size} pages found`);
}
// #endregion

if (import.meta.main) await main();
