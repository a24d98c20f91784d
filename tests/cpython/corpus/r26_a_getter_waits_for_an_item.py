"""Who gets from an empty queue waits until an item is put."""

import asyncio

from words import log


async def getter(queue: asyncio.Queue):
    log("got", await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(getter(queue))
    await asyncio.sleep(0.01)
    queue.put_nowait("item")
    log("put", queue.qsize())
    await task
