"""A callback that schedules another hands on what it set."""

import asyncio
import contextvars

from words import log


async def main():
    variable = contextvars.ContextVar("variable", default=0)
    loop = asyncio.get_running_loop()

    def count(left: int):
        variable.set(left)
        log(variable.get())
        if left > 0:
            loop.call_soon(lambda: (log("then", variable.get()), count(left - 1)))

    count(0)
    loop.call_soon(count, 2)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log("main", variable.get())
