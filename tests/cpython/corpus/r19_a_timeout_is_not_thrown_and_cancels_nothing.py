"""When the time is over, wait returns what is done and leaves the rest running."""

import asyncio

from words import log


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.01), name="quick")
    slow = asyncio.create_task(asyncio.sleep(0.03, "slow result"), name="slow")
    done, pending = await asyncio.wait([slow, quick], timeout=0.02)
    log(list(done), list(pending))
    log(await slow)
