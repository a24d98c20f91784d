"""A timer set for a moment that is over fires in the next pass."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.01)
    loop.call_at(0.005, log, "past")
    loop.call_soon(log, "soon")
    await asyncio.sleep(0)
    log("main")
    await asyncio.sleep(0)
