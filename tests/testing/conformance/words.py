"""What the programs of the conformance suite say beside asyncio's own words,
and how one is run: the twin of src/testing/conformance/interpreter.ts."""

import asyncio
import contextvars
import gc
import json
import sys
import types
from asyncio import runners

from virtual_loop import Deadlock, VirtualLoop

KNOWN = {"TimeoutError", "BrokenBarrierError", "QueueShutDown"}


class Boom(Exception):
    """The error that programs throw on purpose."""


def version(_):
    return sys.version.split()[0]


def record(source):
    """Runs a program and gives the lines that it says."""
    gc.collect()
    return json.dumps(Recorder().run(source))


class Recorder:
    def __init__(self):
        self.loop = VirtualLoop()
        self.loop.set_exception_handler(lambda loop, context: None)
        self.lines = []
        self.over = False
        self.names = {
            "asyncio": asyncio,
            "contextvars": contextvars,
            "Boom": Boom,
            "loop": self.loop,
            "another_loop": VirtualLoop(),
            "nonsense": nonsense,
            "log": self.log,
            "log_sets": self.log_sets,
            "log_each": self.log_each,
            "report_errors": self.report_errors,
            "run": self.run_loop,
            "run_main": self.run_main,
            "close": self.close,
        }
        self.own = set(self.names)

    def run(self, source):
        asyncio.events._set_running_loop(None)
        exec(source, self.names)
        self.over = True
        return self.lines

    def log(self, who, *values):
        if not self.over:
            text = " ".join([show(value) for value in values])
            self.lines.append(f"{self.loop.milliseconds} {who} {text}")

    def log_sets(self, who, sets):
        done, pending = map(self.names_of, sets)
        self.log(who, f"done {done} pending {pending}")

    async def log_each(self, who, waits):
        for each in waits:
            try:
                self.log(who, "next", await each)
            except Exception as error:
                self.log(who, "next", error)

    def names_of(self, futures):
        names = [
            next(name for name, each in self.names.items() if each is future)
            for future in futures
        ]
        return f"[{', '.join(sorted(names))}]"

    def report_errors(self):
        def hear(loop, context):
            self.log("handler", "hears", context.get("exception"))

        self.loop.set_exception_handler(hear)

    def run_loop(self):
        try:
            self.loop.run_forever()
        except Deadlock:
            pass

    def run_main(self, coroutine):
        try:
            try:
                result = self.loop.run_until_complete(coroutine)
            finally:
                runners._cancel_all_tasks(self.loop)
                self.loop.close()
            self.log("script", "returns", result)
        except (Exception, asyncio.CancelledError) as error:
            self.log("script", "throws", error)

    def close(self):
        """Closes the loop, and drops what the program has made: CPython tells
        of an error that nobody retrieved when the last reference goes."""
        self.loop.close()
        self.loop._coroutines.clear()
        for name in set(self.names) - self.own:
            if isinstance(self.names[name], asyncio.Future):
                del self.names[name]
        gc.collect()


@types.coroutine
def nonsense():
    yield object()


def show(value):
    if value is None:
        return "none"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, asyncio.CancelledError):
        return "CancelledError"
    if isinstance(value, BaseException):
        return show_error(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join([show(each) for each in value])}]"
    return str(value)


def show_error(error):
    if isinstance(error, Boom):
        return f"Boom({error})"
    if isinstance(error, BaseExceptionGroup):
        return f"Group{show(error.exceptions)}"
    name = type(error).__name__
    return name if name in KNOWN else "error"
