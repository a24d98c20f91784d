"""A lock released with nobody in line is taken again without a switch."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    lock = asyncio.Lock()
    asyncio.create_task(other())
    for turn in range(2):
        await lock.acquire()
        log(turn)
        lock.release()
    await asyncio.sleep(0)
