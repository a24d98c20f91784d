"""A deadline is a moment of the loop's clock, a delay counts from now."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.01)
    loop.call_at(loop.time() + 0.01, log, "at 20")
    loop.call_at(0.015, log, "at 15")
    loop.call_later(0.007, log, "at 17")
    await asyncio.sleep(0.02)
