/**
 * The library, proven on every schedule of small programs, with cancellation
 * at every point.
 */

import "./combinators.ts";
import "./events_and_conditions.ts";
import "./locks.ts";
import "./queues.ts";
import "./semaphores.ts";
