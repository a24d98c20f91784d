"""A loop that is stopped before its main task is done has no result to give."""

import asyncio

from words import log


async def main():
    log("before")
    asyncio.get_running_loop().stop()
    await asyncio.sleep(0)
    log("never")
