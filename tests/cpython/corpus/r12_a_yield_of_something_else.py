"""A coroutine that yields what is no future gets an error in a new step."""

import asyncio
import types

from words import log


@types.coroutine
def bad():
    yield 5


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log, "before the error")
    try:
        await bad()
    except Exception:
        log("refused")
    await asyncio.sleep(0.01)
