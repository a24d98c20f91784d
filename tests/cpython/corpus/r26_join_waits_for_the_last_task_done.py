"""Join returns when each item that was put has been worked on."""

import asyncio

from words import log


async def worker(queue: asyncio.Queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.01)
        log("worked on", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in "abc":
        queue.put_nowait(item)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    log("joined")
    task.cancel()
