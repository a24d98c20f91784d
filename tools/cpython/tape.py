"""The record of a run: a line for each step of a task and for each log()."""

import asyncio
from asyncio import runners

from virtual_loop import Deadlock, VirtualLoop
from vocabulary import show


class Tape:
    def __init__(self, loop):
        self.loop = loop
        self.lines = []
        self.over = False
        self.begun = set()
        loop.tape = self
        loop.set_exception_handler(self.report)

    def write(self, text):
        self.lines.append(f"{self.loop.milliseconds} {self.loop.passes} {text}")

    def log(self, *values):
        self.write("| " + " ".join([show(value) for value in values]))

    def step(self, kind, name):
        self.write(f"{name} {kind}")

    def step_begins(self, task):
        kind = "resumed" if task in self.begun else "started"
        self.begun.add(task)
        self.step(kind, task.get_name())

    def step_ended(self, task):
        self.begun.add(task)
        if not task.done():
            kind = "suspended"
        elif task.cancelled():
            kind = "cancelled"
        else:
            kind = "finished" if task.exception() is None else "failed"
        self.step(kind, task.get_name())

    def run_callback(self, run, handle):
        run(handle)  # what it does is seen in the tasks

    def report(self, loop, context):
        """The loop's exception handler. What nobody retrieved is left out:
        CPython tells when the last reference goes, which JavaScript can't."""
        message = context["message"]
        for part, kind in REPORTS.items():
            if part in message:
                if kind is not None:
                    self.write(f"! {kind} {show(context.get('exception'))}")
                return
        self.write(f"! {message} {show(context.get('exception'))}")


REPORTS = {
    "never retrieved": None,
    "was destroyed but it is pending": None,
    "Exception in callback": "callback",
    "exception in shielded future": "shield",
    "errored out but its parent task": "group",
    "exception during asyncio.run() shutdown": "shutdown",
}


def record(make_main):
    """Runs a program as asyncio.run() does, and returns the tape's lines.

    make_main gets the tape and returns the coroutine of the main task.
    """
    loop = VirtualLoop()
    tape = Tape(loop)
    asyncio.events._set_running_loop(None)
    try:
        try:
            result = loop.run_until_complete(make_main(tape))
        finally:
            runners._cancel_all_tasks(loop)
        tape.write(f"= {show(result)}")
    except BaseException as error:
        tape.write(f"= {show(error)}")
    lines = tape.lines
    tape.lines = []  # whatever still speaks is not heard
    tape.over = True
    loop.tape = None
    loop.close()
    return lines
