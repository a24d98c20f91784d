import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { explore, type World } from "../../../mod.ts";
import { errorOf } from "../error_of.ts";

/** The host's own, which the schedule knows nothing of. */
const realTimeout = globalThis.setTimeout;

Deno.test("a body that waits for something real is told to let it go through io()", async () => {
  assertEquals(
    await errorOf(() =>
      explore(async ({ io }) => {
        await io("a");
        await new Promise((resolve) => realTimeout(resolve, 5));
      })
    ),
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
  );
});

Deno.test("real I/O that takes longer is named, where the host tells", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const client = await Deno.connect({ hostname: "127.0.0.1", port });
  const server = await listener.accept();
  const reads: Promise<unknown>[] = [];
  const message = await errorOf(() =>
    explore(async ({ io }) => {
      await io("a");
      const read = client.read(new Uint8Array(1)).catch(() => {});
      reads.push(read);
      await read;
    })
  );
  for (const each of [client, server, listener]) each.close();
  await Promise.all(reads);
  assertEquals(message.split("\n").slice(0, 2), [
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
    "  op_read",
  ]);
});

Deno.test("real I/O is told even where a run can go on without it", async () => {
  const listeners: Deno.Listener[] = [];
  const accepts: Promise<unknown>[] = [];
  const accept = () => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const accepted = listener.accept().catch(() => {});
    listeners.push(listener);
    accepts.push(accepted);
    return accepted;
  };
  const bodies = [
    async ({ io }: World) => void await Promise.race([io("a"), accept()]),
    function* ({ io }: World) {
      accept();
      yield* io("a");
    },
  ];
  for (const body of bodies) {
    const [first, operation, place] = (await errorOf(() => explore(body)))
      .split("\n");
    assertEquals(
      [first, operation],
      [
        "Error: Body waits for something real, which no schedule delivers; let it go through io()",
        "  op_net_accept_tcp",
      ],
    );
    assertMatch(place!, /real_io_test\.ts:/);
  }
  for (const listener of listeners) listener.close();
  await Promise.all(accepts);
});

Deno.test("a real timer is told even where no run waits for it", async () => {
  const timers: ReturnType<typeof realTimeout>[] = [];
  assertEquals(
    await errorOf(() =>
      explore(async ({ io }) => {
        timers.push(realTimeout(() => {}, 60_000));
        await io("a");
      })
    ),
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
  );
  for (const timer of timers) clearTimeout(timer);
});

Deno.test("the I/O and the timers of others don't concern an exploration", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let going = true;
  const others = (async () => {
    while (going) {
      const { port } = listener.addr as Deno.NetAddr;
      const accepted = listener.accept();
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      (await accepted).close();
      await new Promise((wake) => realTimeout(wake, 1));
    }
  })();
  const { schedules } = await explore(async ({ io }) => {
    await Promise.all(["a", "b", "c", "d", "e", "f"].map((name) => io(name)));
  }, { reduce: false });
  going = false;
  await others;
  listener.close();
  assertEquals(schedules, 9_360);
});

Deno.test("a body that leaves something real in flight is told when that asks too late", async () => {
  assertEquals(
    await errorOf(() =>
      explore(async ({ io, choose }) => {
        choose("many", Array.from({ length: 1e5 }));
        realTimeout(() => void io("late"), 0);
        await io("a");
      }, { schedules: Infinity })
    ),
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
  );
});

Deno.test("a check that fails when the run is over is an error, one that holds is none", async () => {
  let kept: World | undefined;
  for (
    const body of [
      async (world: World) => {
        kept = world;
        await world.io("a");
      },
      function* (world: World) {
        kept = world;
        yield* world.io("a");
      },
    ]
  ) {
    await explore(body);
    kept!.check(true);
    assertThrows(
      () => kept!.check(false, "balance is 5"),
      Error,
      'Run is over; check() came too late for it, with "balance is 5"; let the body wait for what checks',
    );
  }
});

Deno.test("a check that comes too late tells the search, even where the error is caught", async () => {
  assertEquals(
    await errorOf(() =>
      explore(async ({ io, choose, check }) => {
        choose("many", Array.from({ length: 1e5 }));
        realTimeout(() => {
          try {
            check(false);
          } catch {
            // Whoever catches everything would not hear of it.
          }
        }, 0);
        await io("a");
      }, { schedules: Infinity })
    ),
    "Error: Body waits for something real, which no schedule delivers; let it go through io()",
  );
});
