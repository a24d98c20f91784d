"""A body that does not wait ends well even under a timeout of zero."""

import asyncio

from words import log


async def main():
    async with asyncio.timeout(0) as limit:
        log("body")
    log(limit.expired())
    await asyncio.sleep(0)
    log("nothing came")
