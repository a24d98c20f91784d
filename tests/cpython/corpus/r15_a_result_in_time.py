"""waitFor gives the result and leaves no timer behind."""

import asyncio

from words import log


async def main():
    log(await asyncio.wait_for(asyncio.sleep(0.01, "in time"), 0.02))
    await asyncio.sleep(0.02)
    log("later")
