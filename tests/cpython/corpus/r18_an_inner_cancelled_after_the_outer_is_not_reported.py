"""An inner task that is cancelled when nobody waits any more is not reported."""

import asyncio

from words import log


async def main():
    inner = asyncio.create_task(asyncio.sleep(1.0))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.sleep(0)
    inner.cancel()
    await asyncio.wait([inner])
    log(outer.cancelled(), inner.cancelled())
