"""A getter that is cancelled after it was woken wakes the next."""

import asyncio

from words import log


async def getter(name: str, queue: asyncio.Queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(getter("first", queue))
    second = asyncio.create_task(getter("second", queue))
    await asyncio.sleep(0)
    queue.put_nowait("item")
    first.cancel()
    await second
    log(queue.empty())
