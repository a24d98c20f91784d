"""A cancelled task does not count as the first exception."""

import asyncio

from words import log


async def main():
    cancelled = asyncio.create_task(asyncio.sleep(1.0), name="cancelled")
    slow = asyncio.create_task(asyncio.sleep(0.02), name="slow")
    asyncio.get_running_loop().call_later(0.01, lambda: cancelled.cancel())
    both = [cancelled, slow]
    done, pending = await asyncio.wait(both, return_when=asyncio.FIRST_EXCEPTION)
    log(list(done), list(pending))
