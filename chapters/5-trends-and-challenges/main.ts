import {
  isCancelled,
  run,
  sleep,
  taskGroup,
  timeout,
  TimeoutError,
} from "../../mod.ts";

// #region program
function* ask(what: string, ms: number, page: string[]) {
  try {
    yield* sleep(ms); // the shop takes its time
  } catch (error) {
    if (isCancelled(error)) console.log(`${what}: called off`);
    throw error;
  }
  console.log(`${what}: answered`);
  page.push(what);
}

export function* main() {
  const page: string[] = [];
  yield* ask("customer", 20, page);
  try {
    yield* timeout(50, () =>
      taskGroup(function* (group) {
        group.createTask(ask("orders", 30, page), { name: "orders" });
        group.createTask(ask("basket", 10, page), { name: "basket" });
        group.createTask(ask("advice", 600, page), { name: "advice" });
      }));
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log("time is up");
  }
  console.log(`the page shows ${page.join(", ")}`);
}
// #endregion

if (import.meta.main) await run(main);
