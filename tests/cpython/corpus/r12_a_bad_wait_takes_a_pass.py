"""The error for a bad wait comes in the next pass, behind what was ready."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.current_task()
    except RuntimeError:
        log("refused")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child())
    loop.call_soon(lambda: (log("before"), loop.call_soon(log, "behind the error")))
    await task
