"""An immediate shutdown throws the items away and lets join return."""

import asyncio

from words import log


async def joiner(queue: asyncio.Queue):
    await queue.join()
    log("joined")


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("lost")
    queue.put_nowait("lost too")
    task = asyncio.create_task(joiner(queue))
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    log(queue.qsize())
    await task
