"""Everything that is changed in CPython's asyncio, each with its reason.

Two reasons only: to watch what runs, and to make first in, first out what
CPython leaves to chance or to the layout of a heap. Nothing else is changed; the
loop of virtual_loop.py is a subclass that, beside its clock, rounds deadlines to
whole milliseconds and numbers tasks by their loop, not by their process.
"""

import asyncio
from asyncio import events, taskgroups, tasks


def apply():
    watch_steps()
    order_equal_timers()
    order_task_groups()
    order_wait()
    order_as_completed()
    order_all_tasks()


class OrderedSet(dict):
    """A set that is iterated in the order of insertion."""

    def __init__(self, items=()):
        super().__init__((item, None) for item in items)

    def add(self, item):
        self[item] = None

    def remove(self, item):
        del self[item]

    def discard(self, item):
        self.pop(item, None)


def watch_steps():
    """To record what the loop runs: handles. Those whose callback belongs to a
    task, as a step or as a wake-up, are the steps of that task."""
    run = events.Handle._run

    def run_and_record(handle):
        task = task_of_step(handle._callback)
        tape = getattr(handle._loop, "tape", None)
        if tape is None:
            run(handle)
        elif task is None:
            tape.run_callback(run, handle)
        else:
            tape.step_begins(task)
            run(handle)
            tape.step_ended(task)
        # An error keeps this frame: the frame must not keep what failed.
        handle = task = None

    events.Handle._run = run_and_record


def task_of_step(callback):
    """The task whose step or wake-up a callback is. Both are bound to it, as
    is task.cancel, which a program may schedule."""
    task = getattr(callback, "__self__", None)
    if not isinstance(task, tasks.Task):
        return None
    is_step = type(callback).__name__ == "TaskStepMethWrapper"
    is_wake_up = getattr(callback, "__name__", "") == "task_wakeup"
    return task if is_step or is_wake_up else None


def order_equal_timers():
    """CPython's heap takes equal deadlines in any order (four equal timers
    fire as 0, 2, 1, 3); here they fire in the order they were set."""

    class OrderedTimerHandle(events.TimerHandle):
        __slots__ = ("_sequence",)
        made = 0

        def __init__(self, *args):
            super().__init__(*args)
            OrderedTimerHandle.made += 1
            self._sequence = OrderedTimerHandle.made

        def __lt__(self, other):
            if self._when == other._when:
                return self._sequence < other._sequence
            return self._when < other._when

    events.TimerHandle = OrderedTimerHandle


def order_task_groups():
    """A group cancels its tasks in the order of a set."""
    init = taskgroups.TaskGroup.__init__

    def init_ordered(self):
        init(self)
        self._tasks = OrderedSet()

    taskgroups.TaskGroup.__init__ = init_ordered


def order_wait():
    """wait() adds its callbacks, and returns its two sets, in a set's order.
    The name `set` of the module hides the built-in one."""
    tasks.set = OrderedSet


def order_as_completed():
    """as_completed() adds its callbacks in the order of a set, built by a set
    display that no name can hide; so it starts empty and is filled here."""

    class OrderedAsCompleted(tasks._AsCompletedIterator):
        def __init__(self, aws, timeout):
            super().__init__((), timeout)
            loop = events.get_running_loop()
            self._todo = OrderedSet(
                [tasks.ensure_future(aw, loop=loop) for aw in OrderedSet(aws)]
            )
            self._todo_left = len(self._todo)
            for future in self._todo:
                future.add_done_callback(self._handle_completion)
            if self._todo and timeout is not None:
                self._timeout_handle = loop.call_later(
                    timeout, self._handle_timeout
                )

    tasks._AsCompletedIterator = OrderedAsCompleted


def order_all_tasks():
    """all_tasks() is a set: what is left at the end is cancelled in its order."""
    all_tasks = tasks.all_tasks

    def ordered_all_tasks(loop=None):
        loop = loop or events.get_running_loop()
        return OrderedSet(sorted(all_tasks(loop), key=loop.age))

    asyncio.all_tasks = tasks.all_tasks = ordered_all_tasks
