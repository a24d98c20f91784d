"""A timeout that did not strike leaves no trace."""

import asyncio

from words import log


async def main():
    async with asyncio.timeout(0.02) as limit:
        await asyncio.sleep(0.01)
        log("in time")
    log(limit.expired())
    await asyncio.sleep(0.02)
