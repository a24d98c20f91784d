"""A timeout rescheduled into the past strikes at the next wait."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.01)
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(loop.time() - 0.005)
            await asyncio.sleep(1.0)
    except TimeoutError as error:
        log(error)
