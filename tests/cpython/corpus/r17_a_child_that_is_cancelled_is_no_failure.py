"""A child that is cancelled by others leaves its siblings alone."""

import asyncio

from words import log


async def main():
    async with asyncio.TaskGroup() as group:
        child = group.create_task(asyncio.sleep(1.0))
        group.create_task(asyncio.sleep(0.02))
        await asyncio.sleep(0.01)
        child.cancel()
    log("left", child.cancelled())
