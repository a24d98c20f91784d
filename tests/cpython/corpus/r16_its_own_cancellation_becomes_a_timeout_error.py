"""When the time is over the body is cancelled and TimeoutError leaves the block."""

import asyncio

from words import log


async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1.0)
            except asyncio.CancelledError as error:
                log("body", error)
                raise
    except TimeoutError as error:
        log("outside", error, asyncio.current_task().cancelling())
