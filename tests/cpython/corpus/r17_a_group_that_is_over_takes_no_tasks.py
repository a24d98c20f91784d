"""A group that has been left refuses new tasks."""

import asyncio

from words import log


async def child():
    await asyncio.sleep(0)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
    try:
        group.create_task(child())
    except RuntimeError as error:
        log(error)
