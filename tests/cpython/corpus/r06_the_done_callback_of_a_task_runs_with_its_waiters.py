"""A task's done callbacks and those who wait for it take turns as they came."""

import asyncio

from words import log


async def child():
    await asyncio.sleep(0.01)


async def waiter(task: asyncio.Task):
    await task
    log("waiter")


async def main():
    task = asyncio.create_task(child())
    task.add_done_callback(lambda done: log("callback one"))
    other = asyncio.create_task(waiter(task))
    await asyncio.sleep(0)
    task.add_done_callback(lambda done: log("callback two"))
    await other
