"""Awaiting a done future gives its result even with a cancellation pending."""

import asyncio

from words import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("value")
    asyncio.current_task().cancel()
    log(await future)
    try:
        await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        log("now it comes")
