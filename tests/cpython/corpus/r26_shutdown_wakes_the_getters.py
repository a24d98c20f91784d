"""A shutdown wakes all who wait for items with an error."""

import asyncio

from words import log


async def getter(name: str, queue: asyncio.Queue):
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        log(name, error)


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    queue.shutdown()
    log("shut down")
    await asyncio.gather(*tasks)
