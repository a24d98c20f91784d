"""A task that fails while it is being cancelled at the end is reported."""

import asyncio

from words import Boom


async def child():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        raise Boom("at the end")


async def main():
    asyncio.create_task(child())
    await asyncio.sleep(0)
    return "result all the same"
