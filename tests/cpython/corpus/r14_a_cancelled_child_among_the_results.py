"""With return_exceptions a cancelled child stands among the results."""

import asyncio

from words import log


async def main():
    child = asyncio.create_task(asyncio.sleep(1.0))
    sleeping = asyncio.sleep(0.02, "value")
    gathered = asyncio.gather(child, sleeping, return_exceptions=True)
    await asyncio.sleep(0.01)
    child.cancel()
    log(await gathered)
