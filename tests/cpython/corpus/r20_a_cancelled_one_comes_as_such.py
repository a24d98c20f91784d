"""A cancelled task has its turn like the others."""

import asyncio

from words import log


async def main():
    cancelled = asyncio.create_task(asyncio.sleep(1.0))
    other = asyncio.create_task(asyncio.sleep(0.02, "other"))
    asyncio.get_running_loop().call_later(0.01, lambda: cancelled.cancel())
    for each in asyncio.as_completed([other, cancelled]):
        try:
            log(await each)
        except asyncio.CancelledError as error:
            log(error)
