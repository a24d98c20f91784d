"""The main task of a loop that was stopped is cancelled at shutdown."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.005, lambda: loop.stop())
    try:
        await asyncio.sleep(0.01)
    finally:
        log("cleaning up")
        await asyncio.sleep(0.02)
        log("clean")
