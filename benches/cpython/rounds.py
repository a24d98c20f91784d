"""The CPython side of a contestant: a round for each line that comes in."""

import json
import sys
import time


def serve(round):
    """Says that it is ready, then runs rounds until its input ends.

    A number that the round returns is the measured value; when it returns
    nothing, its time in milliseconds is taken.
    """
    answer("ready")
    while sys.stdin.readline():
        begin = time.perf_counter()
        value = round()
        if value is None:
            value = (time.perf_counter() - begin) * 1000
        answer(value)


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


def answer(value):
    print(json.dumps(value), flush=True)
