import { pooledMap } from "@std/async";
import { CrowdedServer } from "./crowded_server.ts";

// #region limited
async function download(url: string) {
  const response = await fetch(url);
  return await response.text();
}

async function downloadAll(urls: string[], atOnce: number) {
  return await Array.fromAsync(pooledMap(atOnce, urls, download));
}
// #endregion

// #region main
export async function main() {
  for (const atOnce of [6, 2]) {
    const server = new CrowdedServer(atOnce);
    const pages = await downloadAll(server.urls(6), atOnce);
    console.log(`${pages.length} pages, ${server.most} at once`);
    await server.close();
  }
}
// #endregion

if (import.meta.main) await main();
