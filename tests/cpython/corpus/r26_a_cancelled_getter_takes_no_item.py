"""A getter that is cancelled while it waits leaves the item to the next."""

import asyncio

from words import log


async def getter(name: str, queue: asyncio.Queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(getter("first", queue))
    second = asyncio.create_task(getter("second", queue))
    await asyncio.sleep(0)
    first.cancel()
    queue.put_nowait("item")
    await second
    log(first.cancelled())
