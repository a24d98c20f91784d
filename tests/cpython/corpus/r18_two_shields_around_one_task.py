"""Each shield around a task is cancelled for itself."""

import asyncio

from words import log


async def main():
    inner = asyncio.create_task(asyncio.sleep(0.02, "value"))
    one = asyncio.shield(inner)
    two = asyncio.shield(inner)
    await asyncio.sleep(0.01)
    one.cancel()
    log(one.cancelled(), two.done())
    log(await two)
