"""A timer that is left when main is over does not fire."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, log, "never")
    loop.call_soon(log, "in the last pass")
    await asyncio.sleep(0)
    loop.call_soon(log, "in the pass of the end")
