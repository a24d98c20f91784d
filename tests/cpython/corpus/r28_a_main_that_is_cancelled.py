"""A main that cancels itself ends the run with the cancellation."""

import asyncio

from words import log


async def main():
    asyncio.current_task().cancel("the end")
    try:
        await asyncio.sleep(1.0)
    finally:
        log("leaving")
