"""An eager task runs up to its first wait before create_task returns."""

import asyncio

from words import log


async def child():
    log("child")
    await asyncio.sleep(0)
    log("child again")


async def main():
    task = asyncio.create_task(child(), eager_start=True)
    log("made", task.done())
    await task
