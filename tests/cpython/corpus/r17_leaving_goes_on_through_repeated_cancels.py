"""Children are waited for, however often the parent is cancelled."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(1.0)
    finally:
        await asyncio.sleep(0.05)
        log("child is clean")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel("first")
    await asyncio.sleep(0.01)
    task.cancel("second")
    await asyncio.wait([task])
    log(task.cancelled(), task.cancelling())
