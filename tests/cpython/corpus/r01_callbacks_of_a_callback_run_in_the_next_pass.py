"""What a callback schedules runs in the next pass, behind what was ready."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()

    def first():
        log("first")
        loop.call_soon(log, "scheduled by first")

    loop.call_soon(first)
    loop.call_soon(log, "second")
    await asyncio.sleep(0)
    log("main")
    await asyncio.sleep(0)
