"""A coroutine given to waitFor with a limit runs in the task of its caller."""

import asyncio

from words import log


async def child():
    log(asyncio.current_task())
    return "value"


async def main():
    log(await asyncio.wait_for(child(), 1.0))
    log("no pass has gone by")
    await asyncio.sleep(0)
