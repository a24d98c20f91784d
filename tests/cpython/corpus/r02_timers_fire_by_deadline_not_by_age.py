"""Timers fire in the order of their deadlines, whatever order they were set in."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    for delay in [0.03, 0.01, 0.04, 0.02]:
        loop.call_later(delay, lambda: log("fired"))
    await asyncio.sleep(0.05)
    log("over")
