"""A cancellation from outside is not turned into a TimeoutError."""

import asyncio

from words import log


async def child():
    async with asyncio.timeout(1.0):
        await asyncio.sleep(2.0)


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.01)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError as error:
        log(error)
