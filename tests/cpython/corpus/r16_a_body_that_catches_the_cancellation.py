"""A body that catches the cancellation and ends well: no TimeoutError."""

import asyncio

from words import log


async def main():
    async with asyncio.timeout(0.01) as limit:
        try:
            await asyncio.sleep(1.0)
        except asyncio.CancelledError:
            log("caught")
    log(limit.expired(), asyncio.current_task().cancelling())
    await asyncio.sleep(0.01)
