"""A shutdown wakes all who wait for room with an error."""

import asyncio

from words import log


async def putter(name: str, queue: asyncio.Queue):
    try:
        await queue.put(name)
    except asyncio.QueueShutDown as error:
        log(name, error)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("there")
    tasks = [asyncio.create_task(putter(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    queue.shutdown()
    await asyncio.gather(*tasks)
    log(queue.get_nowait())
