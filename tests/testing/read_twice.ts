import type { World } from "../../mod.ts";

/** A body that is right, with a few schedules. */
export async function readTwice({ io }: World) {
  await Promise.all([io("a"), io("b")]);
}
