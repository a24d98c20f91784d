"""After a plain shutdown join waits until what is there has been worked on."""

import asyncio

from words import log


async def joiner(queue: asyncio.Queue):
    await queue.join()
    log("joined")


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("work")
    task = asyncio.create_task(joiner(queue))
    await asyncio.sleep(0)
    queue.shutdown()
    await asyncio.sleep(0.01)
    log(task.done(), queue.get_nowait())
    queue.task_done()
    await task
