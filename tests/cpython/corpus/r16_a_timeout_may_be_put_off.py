"""A timeout that is rescheduled strikes at the new moment."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01) as limit:
            await asyncio.sleep(0.005)
            limit.reschedule(loop.time() + 0.02)
            await asyncio.sleep(1.0)
    except TimeoutError as error:
        log(error)
