"""A timeout rescheduled to none never strikes."""

import asyncio

from words import log


async def main():
    async with asyncio.timeout(0.01) as limit:
        limit.reschedule(None)
        await asyncio.sleep(0.05)
        log(limit.when(), limit.expired())
    log("over")
