"""A task that is made while the leftovers are cancelled gets what time is left."""

import asyncio

from words import log


async def late():
    log("late begins")
    await asyncio.sleep(0.01)
    log("never")


async def left():
    try:
        await asyncio.sleep(1.0)
    finally:
        asyncio.create_task(late())
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(left())
    await asyncio.sleep(0)
