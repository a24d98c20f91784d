"""A timeout that has been left cannot be put off."""

import asyncio

from words import log


async def main():
    async with asyncio.timeout(1.0) as limit:
        await asyncio.sleep(0.01)
    try:
        limit.reschedule(None)
    except RuntimeError as error:
        log(error)
