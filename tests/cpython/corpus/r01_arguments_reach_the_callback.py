"""The arguments given with a callback are handed to it."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log, "one", 2, True)
    loop.call_later(0.005, log, "three", [4, 5])
    await asyncio.sleep(0.01)
