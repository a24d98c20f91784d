import { createTask, run, timeout, TimeoutError } from "../../mod.ts";
import { cross, serve } from "./main.ts";

// #region main
function* program() {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const ferry = createTask(serve(listener));
  try {
    yield* timeout(200, function* () {
      for (const name of ["Ada", "Bo", "Cy"]) {
        console.log(yield* cross(listener.addr.port, name));
      }
    });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log("200 ms later: nobody is across");
  }
  ferry.cancel();
}

export async function main() {
  await run(program, { clock: "real" });
}
// #endregion

if (import.meta.main) await main();
