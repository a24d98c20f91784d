"""An eager task that never waits is done when it is made."""

import asyncio

from words import log


async def child():
    return "value"


async def other():
    log("other")


async def main():
    asyncio.create_task(other())
    task = asyncio.create_task(child(), eager_start=True)
    log(task.done(), await task)
    await asyncio.sleep(0)
