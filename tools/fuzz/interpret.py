"""Runs the fuzzer's programs in CPython: the twin of interpret.ts."""

import asyncio
import gc
import json

from fuzz_world import VARIABLE, World
from tape import record
from vocabulary import Boom

CATCHES = {
    "error": Exception,
    "cancelled": asyncio.CancelledError,
    "any": (Exception, asyncio.CancelledError),
}
LONGEST_RUN = 400


def run_batch(text):
    gc.collect()
    return json.dumps([run(program) for program in json.loads(text)])


def run(program):
    def make_main(tape):
        return Interpreter(program, tape).main()

    return record(make_main)


class Frame:
    """What is around a statement."""

    __slots__ = ("group", "limit")

    def __init__(self, group=None, limit=None):
        self.group = group
        self.limit = limit


class Interpreter(World):
    async def main(self):
        if self.eager:
            self.loop.set_task_factory(asyncio.eager_task_factory)
        return await self.body(0)

    async def body(self, index, siblings=None):
        if siblings is not None:
            siblings.append(asyncio.current_task())
        returned = await self.run(self.bodies[index], Frame())
        return None if returned is None else returned[0]

    def callback(self, index):
        for statement in self.callbacks[index]:
            self.steps += 1
            if self.steps > LONGEST_RUN:
                return
            NOW[statement[0]](self, statement, None)

    def make_done_callback(self, index):
        def on_done(future):
            self.log("done", index, future.cancelled())
            self.callback(index)

        return on_done

    async def run(self, block, frame):
        for statement in block:
            self.steps += 1
            if self.steps > LONGEST_RUN or self.tape.over:
                return None
            name = statement[0]
            now = NOW.get(name)
            if now is not None:
                now(self, statement, frame)
                continue
            returned = await LATER[name](self, statement, frame)
            if returned is not None:
                return returned
        return None


NOW = {}  # statements that take no time, by name
LATER = {}  # statements that wait


def now(function):
    NOW[function.__name__.rstrip("_")] = function


def later(function):
    LATER[function.__name__.rstrip("_")] = function


@now
def log(self, s, frame):
    self.log(s[1])


@later
async def sleep(self, s, frame):
    await asyncio.sleep(s[1] / 1000)


@later
async def return_(self, s, frame):
    return (s[1],)


@now
def raise_(self, s, frame):
    raise Boom(s[1])


@later
async def repeat(self, s, frame):
    for _ in range(s[1]):
        returned = await self.run(s[2], frame)
        if returned is not None:
            return returned


@later
async def try_(self, s, frame):
    _, body, kind, handler, cleanup = s
    try:
        if kind is None:
            return await self.run(body, frame)
        try:
            return await self.run(body, frame)
        except CATCHES[kind] as error:
            self.log("caught", error)
            return await self.run(handler, frame)
    finally:
        if cleanup is not None:
            await self.run(cleanup, frame)


@now
def start(self, s, frame):
    made = self.make(s[2])
    if made is None:
        self.log("nothing")
    else:
        self.slots[s[1]] = made


@later
async def await_(self, s, frame):
    made = self.make(s[1])
    if made is None:
        self.log("nothing")
    elif self.tangles(made):
        self.log("circle")
    else:
        with self.waiting(made):
            self.log("got", await made)


@now
def cancel(self, s, frame):
    future = self.slots[s[1]]
    if future is None:
        self.log("nothing")
    elif s[2] is None:
        self.log("cancel", future.cancel())
    else:
        self.log("cancel", future.cancel(s[2]))


@now
def cancelSelf(self, s, frame):
    asyncio.current_task().cancel()


@now
def uncancel(self, s, frame):
    task = asyncio.current_task()
    self.log("uncancel", task.cancelling(), task.uncancel())


@now
def state(self, s, frame):
    future = self.slots[s[1]]
    if future is None:
        self.log("nothing")
    elif not future.done():
        self.log("pending")
    elif future.cancelled():
        self.log("cancelled")
    elif future.exception() is not None:
        self.log("failed", future.exception())
    else:
        self.log("result", future.result())


@later
async def wait(self, s, frame):
    futures = [self.slots[i] for i in s[1] if self.slots[i] is not None]
    limit = None if s[2] is None else s[2] / 1000
    done, pending = await asyncio.wait(
        futures, timeout=limit, return_when=getattr(asyncio, s[3])
    )
    self.log("waited", len(done), len(pending))


@later
async def waitFor(self, s, frame):
    made = self.make(s[1])
    if made is None:
        self.log("nothing")
    elif self.tangles(made):
        self.log("circle")
    else:
        limit = None if s[2] is None else s[2] / 1000
        with self.waiting(made):
            self.log("in time", await asyncio.wait_for(made, limit))


@later
async def asCompleted(self, s, frame):
    limit = None if s[2] is None else s[2] / 1000
    for each in asyncio.as_completed(self.make_all(s[1]), timeout=limit):
        try:
            self.log("next", await each)
        except Exception as error:
            self.log("next", error)


@later
async def timeout(self, s, frame):
    limit = None if s[1] is None else s[1] / 1000
    async with asyncio.timeout(limit) as block:
        return await self.run(s[2], Frame(frame.group, block))


@now
def reschedule(self, s, frame):
    if frame.limit is None:
        return self.log("nothing")
    when = None if s[1] is None else self.loop.time() + s[1] / 1000
    self.log("expired", frame.limit.expired())
    frame.limit.reschedule(when)


@later
async def group(self, s, frame):
    async with asyncio.TaskGroup() as block:
        self.last_group = block
        return await self.run(s[1], Frame(block, frame.limit))


@now
def groupTask(self, s, frame):
    group = frame.group or self.last_group
    if group is None:
        return self.log("nothing")
    self.slots[s[1]] = self.keep(self.task(group.create_task, s[2], s[3], False))


def settle(self, slot, change):
    future = self.slots[slot]
    if future not in self.plain:
        return self.log("nothing")
    change(future)


@now
def setResult(self, s, frame):
    settle(self, s[1], lambda future: future.set_result(s[2]))


@now
def setError(self, s, frame):
    settle(self, s[1], lambda future: future.set_exception(Boom(s[2])))


@now
def onDone(self, s, frame):
    future = self.slots[s[1]]
    if future is None:
        return self.log("nothing")
    future.add_done_callback(self.done_callbacks[s[2]])


@now
def removeOnDone(self, s, frame):
    future = self.slots[s[1]]
    if future is None:
        return self.log("nothing")
    self.log("removed", future.remove_done_callback(self.done_callbacks[s[2]]))


@now
def callSoon(self, s, frame):
    self.handles[s[1]] = self.loop.call_soon(self.callback, s[2])


@now
def callLater(self, s, frame):
    self.handles[s[1]] = self.loop.call_later(s[2] / 1000, self.callback, s[3])


@now
def cancelHandle(self, s, frame):
    if self.handles[s[1]] is None:
        return self.log("nothing")
    self.handles[s[1]].cancel()


@now
def setVariable(self, s, frame):
    VARIABLE.set(s[1])


@now
def getVariable(self, s, frame):
    self.log("variable", VARIABLE.get())


@now
def allTasks(self, s, frame):
    self.log("tasks", asyncio.all_tasks())


@now
def currentTask(self, s, frame):
    self.log("current", asyncio.current_task())


@later
async def withLock(self, s, frame):
    async with self.locks[s[1]]:
        return await self.run(s[2], frame)


@later
async def acquire(self, s, frame):
    await self.locks[s[1]].acquire()


@now
def release(self, s, frame):
    self.locks[s[1]].release()


@later
async def withSemaphore(self, s, frame):
    async with self.semaphores[s[1]]:
        return await self.run(s[2], frame)


@later
async def acquirePermit(self, s, frame):
    await self.semaphores[s[1]].acquire()


@now
def releasePermit(self, s, frame):
    self.semaphores[s[1]].release()


@later
async def withCondition(self, s, frame):
    async with self.conditions[s[1]]:
        return await self.run(s[2], frame)


@later
async def conditionWait(self, s, frame):
    self.log("notified", await self.conditions[s[1]].wait())


@later
async def conditionWaitFor(self, s, frame):
    await self.conditions[s[1]].wait_for(lambda: self.counts[s[1]] >= s[2])


@now
def count(self, s, frame):
    self.counts[s[1]] += 1


@now
def notify(self, s, frame):
    if s[2] is None:
        self.conditions[s[1]].notify_all()
    else:
        self.conditions[s[1]].notify(s[2])


@later
async def eventWait(self, s, frame):
    self.log("event", await self.events[s[1]].wait())


@now
def eventSet(self, s, frame):
    self.events[s[1]].set()


@now
def eventClear(self, s, frame):
    self.events[s[1]].clear()


@later
async def barrierWait(self, s, frame):
    self.log("barrier", await self.barriers[s[1]].wait())


@later
async def barrierAbort(self, s, frame):
    await self.barriers[s[1]].abort()


@later
async def barrierReset(self, s, frame):
    await self.barriers[s[1]].reset()


@later
async def put(self, s, frame):
    await self.queues[s[1]].put(s[2])


@now
def putNowait(self, s, frame):
    self.queues[s[1]].put_nowait(s[2])


@later
async def get(self, s, frame):
    self.log("item", await self.queues[s[1]].get())


@now
def getNowait(self, s, frame):
    self.log("item", self.queues[s[1]].get_nowait())


@now
def taskDone(self, s, frame):
    self.queues[s[1]].task_done()


@later
async def join(self, s, frame):
    await self.queues[s[1]].join()


@now
def shutdown(self, s, frame):
    self.queues[s[1]].shutdown(immediate=s[2])
