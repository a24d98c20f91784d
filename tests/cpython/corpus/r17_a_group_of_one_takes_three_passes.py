"""Leaving a group of one empty task takes three passes."""

import asyncio

from words import log


async def empty():
    pass


async def count():
    for number in range(5):
        log("pass", number)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(count())
    async with asyncio.TaskGroup() as group:
        group.create_task(empty())
    log("back")
