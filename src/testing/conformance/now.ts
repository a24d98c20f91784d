/**
 * The statements that take no time: for scripts, callbacks and coroutines.
 *
 * @module
 */

import type { Variable } from "./adapter.ts";
import type { Statement, Value } from "./program.ts";
import { Boom } from "./show.ts";
import { type Frame, GivenUp, type World } from "./world.ts";

/**
 * Does a statement, if it is one that takes no time.
 *
 * @param on what it works on
 * @param s the statement
 * @param frame where it stands
 * @returns whether it was one
 */
export function doNow(on: World, s: Statement, frame: Frame): boolean {
  const { adapter, loop } = on;
  switch (s[0]) {
    case "log": {
      const values = s.slice(1) as Value[];
      const shown = values.map((each) => on.show(on.get(each, frame)));
      on.say(frame.who, shown.join(" "));
      return true;
    }
    case "callSoon":
      on.keep(s[2], adapter.callSoon(loop, plain(on, s[1])));
      return true;
    case "callLater":
      on.keep(s[3], adapter.callLater(loop, s[1], plain(on, s[2])));
      return true;
    case "callAt":
      on.keep(s[3], adapter.callAt(loop, s[1], plain(on, s[2])));
      return true;
    case "cancelHandle":
      adapter.cancelHandle(on.object(s[1], frame));
      return true;
    case "stop":
      adapter.stop(loop);
      return true;
    case "close":
      adapter.close(loop);
      return true;
    case "reportErrors":
      adapter.setExceptionHandler(loop, (error) => {
        if (!(error instanceof GivenUp)) {
          on.say("handler", `hears ${on.show(error)}`);
        }
      });
      return true;
    case "future":
      on.keep(s[1], adapter.createFuture(loop));
      return true;
    case "foreignFuture":
      on.keep(s[1], adapter.createFuture(adapter.makeLoop()));
      return true;
    case "setResult":
      adapter.setResult(on.object(s[1], frame), on.get(s[2], frame));
      return true;
    case "setException":
      adapter.setException(on.object(s[1], frame), new Boom(s[2]));
      return true;
    case "cancel":
      adapter.cancel(on.object(s[1], frame));
      return true;
    case "uncancel":
      adapter.uncancel(on.object(s[1], frame));
      return true;
    case "addDoneCallback":
      adapter.addDoneCallback(
        on.object(s[1], frame),
        on.callback(s[2]),
      );
      return true;
    case "task":
      on.keep(s[1], adapter.createTask(loop, on.body(s[2])));
      return true;
    case "eagerTask":
      on.keep(s[1], adapter.createEagerTask(loop, on.body(s[2])));
      return true;
    case "groupTask":
      on.keep(s[1], frame.groupTask!(on.body(s[2])));
      return true;
    case "variable":
      on.keep(s[1], adapter.createVariable(loop, on.get(s[2], frame)));
      return true;
    case "write":
      (on.object(s[1], frame) as Variable).set(on.get(s[2], frame));
      return true;
    case "gather":
      on.keep(
        s[1],
        adapter.gather(
          loop,
          s[2].map((each) => on.item(each, frame)),
          s[3] ?? false,
        ),
      );
      return true;
    case "shield":
      on.keep(s[1], adapter.shield(loop, on.item(s[2], frame)));
      return true;
    case "lock":
      on.keep(s[1], adapter.createLock(loop));
      return true;
    case "event":
      on.keep(s[1], adapter.createEvent(loop));
      return true;
    case "condition":
      on.keep(s[1], adapter.createCondition(loop));
      return true;
    case "semaphore":
      on.keep(s[1], adapter.createSemaphore(loop, s[2]));
      return true;
    case "queue":
      on.keep(s[1], adapter.createQueue(loop, s[2]));
      return true;
    case "barrier":
      on.keep(s[1], adapter.createBarrier(loop, s[2]));
      return true;
    case "do":
      on.get(s, frame);
      return true;
    default:
      return false;
  }
}

/** A callback as `callSoon` takes it. */
function plain(on: World, name: string): () => void {
  const callback = on.callback(name);
  return () => callback();
}
