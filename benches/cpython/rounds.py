"""The CPython side of a contestant: a round for each line that comes in."""

import json
import sys
import time


def serve(round):
    """Says that it is ready, then runs rounds until its input ends.

    A number that the round returns is the measured value, a dictionary holds a
    proof of its work; without a value, its time in milliseconds is taken.
    """
    answer("ready")
    while sys.stdin.readline():
        begin = time.perf_counter()
        done = round()
        taken = (time.perf_counter() - begin) * 1000
        if isinstance(done, (int, float)):
            answer({"value": done})
        else:
            answer({"value": taken, **(done or {})})


def runner(name):
    """`asyncio.run`, or uvloop's; says why when that is not there."""
    import asyncio

    if name == "asyncio":
        return asyncio.run
    try:
        import uvloop
    except ImportError:
        answer("uvloop is not installed for this python3")
        sys.exit()
    return uvloop.run


def run_virtually(main):
    """`asyncio.run` on a clock that jumps instead of waiting."""
    import asyncio
    import selectors

    clock = 0.0

    class Jumping(selectors.DefaultSelector):
        def select(self, timeout=None):
            nonlocal clock
            clock += timeout or 0
            return super().select(0)

    loop = asyncio.SelectorEventLoop(Jumping())
    loop.time = lambda: clock
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        return runner.run(main)


def answer(value):
    print(json.dumps(value), flush=True)
