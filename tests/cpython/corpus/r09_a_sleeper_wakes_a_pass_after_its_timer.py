"""The timer fires in one pass, the task resumes in the next."""

import asyncio

from words import log


async def sleeper():
    await asyncio.sleep(0.01)
    log("sleeper")


async def main():
    loop = asyncio.get_running_loop()
    asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    loop.call_later(0.01, lambda: (log("timer"), loop.call_soon(log, "after timer")))
    await asyncio.sleep(0.02)
