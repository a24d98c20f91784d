import { abortable } from "@std/async";
import { EndlessServer } from "./endless_server.ts";

// #region downloads
async function download(url: string, signal: AbortSignal | null) {
  const response = await fetch(url, { signal });
  return await response.text();
}

function forgetful(url: string, signal: AbortSignal) {
  return abortable(download(url, null), signal);
}

function careful(url: string, signal: AbortSignal) {
  return download(url, signal);
}
// #endregion

// #region main
export async function main() {
  const server = new EndlessServer();

  const firstStop = new AbortController();
  const first = outcome(
    forgetful(`${server.url}/forgotten`, firstStop.signal),
  );
  await server.asked("/forgotten");
  firstStop.abort();

  const secondStop = new AbortController();
  const second = outcome(careful(`${server.url}/aborted`, secondStop.signal));
  await server.asked("/aborted");
  secondStop.abort();

  console.log(`client: ${await first}, ${await second}`);
  await server.left("/aborted");
  console.log("server: the reader of /aborted has gone");
  console.log(`server: still open: ${[...server.reading].join(", ")}`);
  await server.close();
}

function outcome(download: Promise<string>): Promise<string> {
  return download.then(() => "arrived", (error: Error) => error.name);
}
// #endregion

if (import.meta.main) await main();
