"""A priority queue gives the least item."""

import asyncio

from words import log


async def main():
    queue = asyncio.PriorityQueue()
    for item in [3, 1, 2]:
        queue.put_nowait(item)
    log(await queue.get())
    queue.put_nowait(0)
    log(await queue.get(), await queue.get(), await queue.get())
    await asyncio.sleep(0)
