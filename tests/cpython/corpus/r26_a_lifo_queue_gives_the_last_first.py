"""A last-in-first-out queue gives the youngest item."""

import asyncio

from words import log


async def main():
    queue = asyncio.LifoQueue()
    for item in "abc":
        queue.put_nowait(item)
    log(await queue.get())
    queue.put_nowait("d")
    log(await queue.get(), await queue.get(), await queue.get())
    await asyncio.sleep(0)
