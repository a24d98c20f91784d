"""Who takes an item without waiting may overtake the one who was woken for it."""

import asyncio

from words import log


async def getter(queue: asyncio.Queue):
    log("getter", await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(getter(queue))
    await asyncio.sleep(0)
    queue.put_nowait("first")
    log("main", queue.get_nowait())
    await asyncio.sleep(0.01)
    queue.put_nowait("second")
    await task
