"""Timers with one deadline fire in the order they were set."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    for number in range(6):
        loop.call_later(0.01, log, number)
    await asyncio.sleep(0.02)
