// #region process
const { secret } = globalThis as { secret?: string };
console.log(JSON.stringify({ pid: Deno.pid, secret: secret ?? "unknown" }));
// #endregion
