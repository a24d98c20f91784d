"""A child that is cancelled settles the gather, which is not cancelled itself."""

import asyncio

from words import log


async def main():
    child = asyncio.create_task(asyncio.sleep(1.0))
    gathered = asyncio.gather(child, asyncio.sleep(0.02))
    await asyncio.sleep(0.01)
    child.cancel()
    try:
        await gathered
    except asyncio.CancelledError as error:
        log(error, gathered.cancelled())
    log(asyncio.current_task().cancelling())
