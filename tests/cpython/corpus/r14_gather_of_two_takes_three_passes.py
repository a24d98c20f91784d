"""Gather takes a pass for the steps, one for the callbacks, one for the wake-up."""

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
    await asyncio.gather(empty(), empty())
    log("back")
