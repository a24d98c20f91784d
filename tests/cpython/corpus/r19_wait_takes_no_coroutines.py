"""Wait takes tasks and futures, no bare coroutines."""

import asyncio

from words import log


async def child():
    log("runs afterwards")


async def main():
    coroutine = child()
    task = asyncio.create_task(asyncio.sleep(0))
    try:
        await asyncio.wait([task, coroutine])
    except TypeError as error:
        log(error)
    await coroutine
    await task
