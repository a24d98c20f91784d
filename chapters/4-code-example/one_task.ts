import { allTasks, getRunningLoop, run } from "../../mod.ts";
import { main as hello } from "./main.ts";

// #region one-task
export function* main() {
  const loop = getRunningLoop();
  loop.callLater(500, () => {
    const names = allTasks(loop).map((task) => task.getName());
    console.log(`halfway, the tasks are: ${names.join(", ")}`);
  });
  yield* hello();
}
// #endregion

if (import.meta.main) await run(main);
