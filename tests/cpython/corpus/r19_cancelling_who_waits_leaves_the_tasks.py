"""A cancelled wait leaves the tasks it waited for alone."""

import asyncio

from words import log


async def waiter(task: asyncio.Task):
    await asyncio.wait([task])


async def main():
    task = asyncio.create_task(asyncio.sleep(0.02, "result"))
    waiting = asyncio.create_task(waiter(task))
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.wait([waiting])
    log(waiting.cancelled(), task.done())
    log(await task)
