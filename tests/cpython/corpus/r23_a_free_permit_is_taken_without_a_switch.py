"""Taking a permit that is free does not switch."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    semaphore = asyncio.Semaphore(2)
    asyncio.create_task(other())
    await semaphore.acquire()
    log(semaphore.locked())
    await semaphore.acquire()
    log(semaphore.locked())
    await asyncio.sleep(0)
