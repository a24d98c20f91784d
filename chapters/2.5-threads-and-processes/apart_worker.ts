// #region worker
const { secret } = globalThis as { secret?: string };
self.onmessage = () => {
  self.postMessage({ pid: Deno.pid, secret: secret ?? "unknown" });
};
// #endregion
