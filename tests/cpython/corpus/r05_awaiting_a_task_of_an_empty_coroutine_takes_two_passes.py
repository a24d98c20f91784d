"""Awaiting a new task takes a pass for its step and one for the wake-up."""

import asyncio

from words import log


async def empty():
    pass


async def count():
    for number in range(4):
        log("pass", number)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(count())
    await asyncio.create_task(empty())
    log("back")
