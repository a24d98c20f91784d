"""When main fails the others are cleaned up first, then its error is thrown."""

import asyncio

from words import Boom, log


async def left():
    try:
        await asyncio.sleep(1.0)
    finally:
        await asyncio.sleep(0.02)
        log("clean")


async def main():
    asyncio.create_task(left())
    await asyncio.sleep(0.01)
    raise Boom("main")
