"""A group is left when all its children are over."""

import asyncio

from words import log


async def child(name: str, delay: float):
    await asyncio.sleep(delay)
    log(name)
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child("a", 0.02))
        group.create_task(child("b", 0.01))
        log("body is over")
    log("left")
