"""What the statements of a program work on: the twin of world.ts."""

import asyncio
import contextlib
import contextvars

VARIABLE = contextvars.ContextVar("variable", default=0)
QUEUES = {
    "fifo": asyncio.Queue,
    "lifo": asyncio.LifoQueue,
    "priority": asyncio.PriorityQueue,
}

MOST_PATHS = 100  # so many ways may a request to cancel take


class World:
    def __init__(self, program, tape):
        self.bodies = program["bodies"]
        self.callbacks = program["callbacks"]
        self.eager = program["eager"]
        self.tape = tape
        self.log = tape.log
        self.loop = tape.loop
        self.slots = [None] * 4
        self.kept = []
        self.plain = set()  # futures that nobody else settles
        self.handles = [None] * 2
        self.done_callbacks = [self.make_done_callback(i) for i in range(len(self.callbacks))]
        self.locks = [asyncio.Lock() for _ in range(2)]
        self.events = [asyncio.Event() for _ in range(2)]
        self.conditions = [asyncio.Condition(), asyncio.Condition(self.locks[1])]
        self.counts = [0, 0]
        self.semaphores = [
            asyncio.BoundedSemaphore(value) if bounded else asyncio.Semaphore(value)
            for value, bounded in program["semaphores"]
        ]
        self.barriers = [asyncio.Barrier(parties) for parties in program["barriers"]]
        self.queues = [QUEUES[kind](size) for kind, size in program["queues"]]
        self.last_group = None
        self.awaited = {}  # by task: the future it waits for
        self.gathered = {}  # by the outer future of a gather: the inner ones
        self.steps = 0

    # Expressions. None stands for an empty slot.

    def make(self, expression):
        kind = expression[0]
        if kind == "slot":
            return self.slots[expression[1]]
        if kind == "call":
            return self.body(expression[1])
        if kind == "sleeping":
            return asyncio.sleep(expression[1] / 1000, expression[2])
        if kind == "task":
            return self.keep(self.task(asyncio.create_task, *expression[1:]))
        if kind == "gather":
            return self.gather(*expression[1:])
        if kind == "shield":
            inner = self.make(expression[1])
            return None if inner is None else self.keep(asyncio.shield(inner))
        if kind == "future":
            future = self.keep(self.loop.create_future())
            self.plain.add(future)
            return future
        raise NotImplementedError(kind)

    def gather(self, expressions, return_exceptions):
        items = []
        children = []
        for expression in expressions:
            if expression[0] == "call":
                items.append(self.body(expression[1], children))
            elif (made := self.make(expression)) is not None:
                if self.is_vast(made):
                    continue
                items.append(made)
                if expression[0] != "sleeping":
                    children.append(made)
        outer = self.keep(
            asyncio.gather(*items, return_exceptions=return_exceptions)
        )
        self.gathered[outer] = children
        return outer

    def make_all(self, expressions):
        made = [self.make(expression) for expression in expressions]
        return [each for each in made if each is not None]

    def keep(self, future):
        self.kept.append(future)  # nothing may be collected during a run
        return future

    # Some knots can't be cancelled. In a circle of tasks that wait for each
    # other, cancel() would go round and round. And a gather cancels its
    # children as often as they stand in its list, which takes forever with
    # gathers in gathers in gathers.

    def tangles(self, what):
        task = asyncio.current_task()
        return (
            self.leads_to(task, what)
            or self.is_vast(what)
            or self.paths(task, self.who_cancels) == MOST_PATHS
        )

    def leads_to(self, task, what):
        seen = set()
        open = [what]
        while open:
            each = open.pop()
            if each is task:
                return True
            if each in seen:
                continue
            seen.add(each)
            open.extend(self.whom_it_cancels(each))
        return False

    def is_vast(self, what):
        return self.paths(what, self.whom_it_cancels) == MOST_PATHS

    def paths(self, start, next_ones):
        open = [start]
        count = 0
        while open and count < MOST_PATHS:
            open.extend(next_ones(open.pop()))
            count += 1
        return count

    def whom_it_cancels(self, each):
        awaited = self.awaited.get(each)
        children = self.gathered.get(each, [])
        return children if awaited is None else [awaited, *children]

    def who_cancels(self, each):
        for task, awaited in self.awaited.items():
            if awaited is each:
                yield task
        for outer, children in self.gathered.items():
            for child in children:
                if child is each:
                    yield outer

    @contextlib.contextmanager
    def waiting(self, future):
        task = asyncio.current_task()
        before = self.awaited.get(task)
        self.awaited[task] = future
        try:
            yield
        finally:
            self.awaited[task] = before

    def task(self, create, body, eager, named):
        options = {}
        if eager:
            options["eager_start"] = True
        if named:
            options["name"] = f"b{body}"
        return create(self.body(body), **options)
