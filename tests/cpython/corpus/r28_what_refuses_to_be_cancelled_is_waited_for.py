"""A task that swallows the cancellation at the end is waited for."""

import asyncio

from words import log


async def stubborn():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        log("refuses")
    await asyncio.sleep(0.05)
    log("done at last")


async def main():
    asyncio.create_task(stubborn())
    await asyncio.sleep(0.01)
