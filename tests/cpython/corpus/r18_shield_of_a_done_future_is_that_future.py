"""A shield around a done future is the future itself."""

import asyncio

from words import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("value")
    log(asyncio.shield(future) == future)
    log(await asyncio.shield(future))
    await asyncio.sleep(0)
