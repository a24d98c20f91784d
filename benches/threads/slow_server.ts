/**
 * Answers every request after 20 milliseconds, and ends with its input.
 *
 * @module
 */

const server = Deno.serve({
  hostname: "127.0.0.1",
  port: 0,
  onListen: ({ port }) => console.log(port),
  async handler() {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return new Response("done");
  },
});
for await (const _ of Deno.stdin.readable);
await server.shutdown();
