"""Who puts into a full queue waits until there is room."""

import asyncio

from words import log


async def putter(queue: asyncio.Queue):
    for item in range(3):
        await queue.put(item)
        log("put", item, queue.full())


async def main():
    queue = asyncio.Queue(1)
    task = asyncio.create_task(putter(queue))
    for turn in range(3):
        await asyncio.sleep(0.01)
        log("got", queue.get_nowait())
    await task
