"""The current task is the one whose step runs; a callback has none."""

import asyncio

from words import log


async def child():
    log(asyncio.current_task())
    await asyncio.sleep(0)
    log(asyncio.current_task())


async def main():
    task = asyncio.create_task(child(), name="child")
    log(asyncio.current_task() == task)
    await task
    log(asyncio.current_task())
