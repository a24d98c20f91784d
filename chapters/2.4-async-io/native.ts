// #region cross
async function cross(port: number, name: string) {
  const response = await fetch(`http://127.0.0.1:${port}/${name}`);
  return await response.text();
}
// #endregion

// #region ferry
let aboard = 0;
const departure = Promise.withResolvers<void>();

async function board(request: Request) {
  console.log(`ferry: ${++aboard} aboard`);
  if (aboard === 3) departure.resolve();
  await departure.promise;
  return new Response(`${new URL(request.url).pathname.slice(1)} is across`);
}
// #endregion

// #region main
export async function main() {
  await using server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen() {},
    handler: board,
  });

  const names = ["Ada", "Bo", "Cy"];
  const { port } = server.addr;
  const answers = await Promise.all(names.map((name) => cross(port, name)));
  for (const answer of answers) console.log(answer);
}
// #endregion

if (import.meta.main) await main();
