"""A timeout may name a moment of the loop's clock."""

import asyncio

from words import log


async def main():
    await asyncio.sleep(0.01)
    try:
        async with asyncio.timeout_at(0.025) as limit:
            log(limit.when() == 0.025)
            await asyncio.sleep(1.0)
    except TimeoutError as error:
        log(error)
