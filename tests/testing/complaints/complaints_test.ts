import { assertEquals, assertNotEquals } from "@std/assert";
import { complaints } from "./complaints.ts";
import { NotHere } from "./probes.ts";

for (const complaint of complaints) {
  const { issue, wants, peer, peerGives, oursGives } = complaint;
  Deno.test({
    name: `${issue}: ${peer} gives "${peerGives}", virtual() "${oursGives}"`,
    async fn(test) {
      await test.step(wants, async () => {
        assertEquals(await complaint.onOurs(), oursGives);
      });
      await test.step(`${peer} does not`, async () => {
        try {
          assertEquals(await complaint.onPeer(), peerGives);
        } catch (error) {
          if (!(error instanceof NotHere)) throw error;
          console.warn(`skipped: ${error.message}`);
        }
        assertNotEquals(peerGives, oursGives);
      });
    },
  });
}
