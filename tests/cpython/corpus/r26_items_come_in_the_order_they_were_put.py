"""A queue gives its items in the order they were put, without a switch."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    queue = asyncio.Queue()
    asyncio.create_task(other())
    for item in "abc":
        await queue.put(item)
    log(queue.qsize())
    log(await queue.get(), await queue.get(), await queue.get(), queue.empty())
    await asyncio.sleep(0)
