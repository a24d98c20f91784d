"""An eager task may start another eagerly."""

import asyncio

from words import log


async def child(depth: int) -> None:
    log("enter", depth)
    if depth > 0:
        asyncio.create_task(child(depth - 1), eager_start=True)
    log("leave", depth, asyncio.current_task())
    await asyncio.sleep(0)


async def main():
    asyncio.create_task(child(2), eager_start=True)
    log("main")
    await asyncio.sleep(0)
