"""Runs a whole program as `python3 main.py` would, and tells what happened.

The corpus and the fuzzer hand over a coroutine; a program of the book makes its
loops itself, with asyncio.run() or asyncio.Runner(). So the loop that asyncio
makes is replaced: it is the virtual one, and it tells what its tasks do in the
words of src/loop/trace_event.ts, so that both runs can be compared and drawn.
"""

import asyncio
import contextlib
import json
import linecache
import platform
import traceback
from weakref import WeakKeyDictionary, WeakSet

from patches import task_of_step
from virtual_loop import VirtualLoop


def run(request):
    """Runs the program {"path", "source"}; gives what is known of it as JSON."""
    request = json.loads(request)
    path, source = request["path"], request["source"]
    chronicle = Chronicle()
    complaints = Lines()
    error = None
    with (
        loops_told_to(chronicle),
        contextlib.redirect_stdout(Lines(chronicle.printed)) as output,
        contextlib.redirect_stderr(complaints),
    ):
        try:
            execute(path, source)
        except BaseException as thrown:
            error = story_of(thrown)
        output.end()
        complaints.end()
    chronicle.over = True  # whatever still speaks is not heard
    return json.dumps({
        "version": platform.python_version(),
        "events": chronicle.events,
        "complaints": complaints.lines,
        "error": error,
    })


def execute(path, source):
    lines = source.splitlines(keepends=True)
    linecache.cache[path] = (len(source), None, lines, path)
    names = {"__name__": "__main__", "__file__": path}
    exec(compile(source, path, "exec"), names)


def story_of(error):
    """The error as Python tells it, less the frames that are only here."""
    story = traceback.TracebackException.from_exception(error)
    part = story
    while part is not None:
        frames = [frame for frame in part.stack if not is_ours(frame.filename)]
        part.stack = traceback.StackSummary.from_list(frames)
        part = part.__cause__ or part.__context__
    return "".join(story.format()).rstrip()


def is_ours(file):
    """Frames that the program would not have under `python3 main.py`."""
    return file == __file__ or "/pyodide/" in file


@contextlib.contextmanager
def loops_told_to(chronicle):
    make = asyncio.events.new_event_loop

    def new_event_loop():
        return ToldLoop(chronicle)

    asyncio.events._set_running_loop(None)  # Pyodide's own
    asyncio.events.new_event_loop = asyncio.new_event_loop = new_event_loop
    try:
        yield
    finally:
        asyncio.events.new_event_loop = asyncio.new_event_loop = make


class Lines:
    """A text stream that knows its lines."""

    def __init__(self, hear=None):
        self.lines = []
        self.hear = hear or self.lines.append
        self.rest = ""

    def write(self, text):
        *lines, self.rest = (self.rest + text).split("\n")
        for line in lines:
            self.hear(line)
        return len(text)

    def flush(self):
        pass

    def end(self):
        if self.rest:
            self.write("\n")


class ToldLoop(VirtualLoop):
    """A virtual loop that tells a chronicle what happens."""

    def __init__(self, chronicle):
        super().__init__()
        self.tape = chronicle
        chronicle.enter(self)

    def create_task(self, coro, **kwargs):
        task = super().create_task(coro, **kwargs)
        if self.tape is not None:
            self.tape.made(task)
        return task

    def call_soon(self, callback, *args, context=None):
        handle = super().call_soon(callback, *args, context=context)
        if self.tape is not None and task_of_step(callback) is None:
            self.tape.scheduled(handle, callback)
        return handle

    def call_at(self, when, callback, *args, context=None):
        handle = super().call_at(when, callback, *args, context=context)
        if self.tape is not None:
            self.tape.timer_set(handle, callback)
        return handle

    def shutdown_asyncgens(self):
        """The first of what a runner does when all tasks are over. Each of it
        takes a task in CPython; those are the runner's, not the program's."""
        self.tape = None
        return super().shutdown_asyncgens()


class Chronicle:
    """The events of all loops of a program, one loop after the other."""

    def __init__(self):
        self.events = []
        self.over = False
        self.loop = None
        self.runners = []  # who runs now, innermost last
        self.tasks = WeakKeyDictionary()
        self.begun = WeakSet()
        self.callbacks = {}
        self.numbers = 0

    def enter(self, loop):
        self.loop = loop
        self.numbers = 0

    def tell(self, kind, **details):
        if self.over:
            return
        time, count = (0, 0) if self.loop is None else (
            self.loop.milliseconds,
            self.loop.passes,
        )
        moment = {"kind": kind, "time": time, "pass": count}
        self.events.append({**moment, **details})

    def by(self):
        return self.runners[-1] if self.runners else None

    def printed(self, text):
        self.tell("printed", text=text, by=self.by())

    # Tasks: what the patched handles and the loop tell.

    def made(self, task):
        if task in self.tasks:
            return  # it started eagerly, and is known from that
        self.tasks[task] = number = len(self.loop._coroutines)
        name = task.get_name()
        self.tell("created", task=number, name=name, by=self.by())

    def step(self, kind, name):
        """A task starts eagerly: it runs before anybody has it."""
        number = len(self.loop._coroutines)
        self.tell("created", task=number, name=name, by=self.by())
        self.tell(kind, task=number, name=name)
        self.runners.append({"task": number})

    def step_begins(self, task):
        kind = "resumed" if task in self.begun else "started"
        self.begun.add(task)
        number = self.tasks[task]
        self.tell(kind, task=number, name=task.get_name())
        self.runners.append({"task": number})

    def step_ended(self, task):
        number = self.runners.pop()["task"]
        self.begun.add(task)
        self.tasks[task] = number
        self.tell(task=number, name=task.get_name(), **self.state_of(task))

    def state_of(self, task):
        if not task.done():
            return {"kind": "suspended", "on": self.wait_of(task)}
        if task.cancelled():
            return {"kind": "cancelled", "detail": ""}
        error = task._exception  # exception() would count as having seen it
        if error is None:
            return {"kind": "finished", "detail": ""}
        return {"kind": "failed", "detail": repr(error)}

    def wait_of(self, task):
        waited = task._fut_waiter
        if waited is None:
            return {"kind": "pass"}
        if isinstance(waited, asyncio.Task):
            number, name = self.tasks[waited], waited.get_name()
            return {"kind": "task", "task": number, "name": name}
        timer = timer_of_sleep(task.get_coro())
        if timer is not None:
            until = round(timer.when() * 1000)
            return {"kind": "sleep", "timer": 0, "until": until}
        gathers = isinstance(waited, asyncio.tasks._GatheringFuture)
        label = "gather" if gathers else "future"
        return {"kind": "future", "future": 0, "label": label}

    # Callbacks: whatever the loop calls that is no step of a task.

    def scheduled(self, handle, callback):
        label, number = label_of(callback), self.number_of(handle)
        self.tell(
            "scheduled",
            callback=number,
            label=label,
            event=None,
            by=self.by(),
        )

    def timer_set(self, handle, callback):
        label, number = label_of(callback), self.number_of(handle)
        when = round(handle.when() * 1000)
        self.tell(
            "timer-set", timer=number, when=when, label=label, by=self.by()
        )

    def number_of(self, handle):
        self.numbers += 1
        self.callbacks[id(handle)] = self.numbers
        return self.numbers

    def run_callback(self, run, handle):
        number, label = self.callbacks[id(handle)], label_of(handle._callback)
        self.runners.append({"callback": number})
        run(handle)
        self.runners.pop()
        self.tell("called", callback=number, label=label)


def timer_of_sleep(coroutine):
    """The timer of the asyncio.sleep() in which a coroutine waits, if it does."""
    while asyncio.iscoroutine(inner := coroutine.cr_await):
        coroutine = inner
    if coroutine.cr_code is not asyncio.sleep.__code__:
        return None
    return coroutine.cr_frame.f_locals["h"]


def label_of(callback):
    name = getattr(callback, "__name__", type(callback).__name__)
    return "callback" if name == "<lambda>" else name
