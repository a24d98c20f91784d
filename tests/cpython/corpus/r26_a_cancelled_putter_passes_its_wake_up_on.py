"""A putter that is cancelled after it was woken wakes the next."""

import asyncio

from words import log


async def putter(item: str, queue: asyncio.Queue):
    await queue.put(item)
    log("put", item)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("full")
    first = asyncio.create_task(putter("first", queue))
    second = asyncio.create_task(putter("second", queue))
    await asyncio.sleep(0)
    log(queue.get_nowait())
    first.cancel()
    await second
    log(queue.get_nowait())
