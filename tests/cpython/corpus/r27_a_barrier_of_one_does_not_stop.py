"""A barrier for one lets everybody pass at once."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    barrier = asyncio.Barrier(1)
    asyncio.create_task(other())
    log(await barrier.wait(), await barrier.wait(), barrier.n_waiting)
    await asyncio.sleep(0)
