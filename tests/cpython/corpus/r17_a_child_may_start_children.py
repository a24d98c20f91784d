"""A child may add children to its group while the group waits."""

import asyncio

from words import log


async def worker(group: asyncio.TaskGroup, depth: int):
    log("worker", depth)
    if depth > 0:
        group.create_task(worker(group, depth - 1))
    await asyncio.sleep(0.01)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(worker(group, 2))
    log("left")
