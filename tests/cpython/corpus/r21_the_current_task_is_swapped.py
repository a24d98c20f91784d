"""Inside an eager start the current task is the new one, then the old one again."""

import asyncio

from words import log


async def child():
    log(asyncio.current_task())
    await asyncio.sleep(0)


async def main():
    log(asyncio.current_task())
    task = asyncio.create_task(child(), name="eager", eager_start=True)
    log(asyncio.current_task())
    await task
