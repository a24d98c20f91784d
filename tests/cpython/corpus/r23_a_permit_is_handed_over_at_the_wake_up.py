"""A permit released while someone waits cannot be taken by a newcomer."""

import asyncio

from words import log


async def waiter(semaphore: asyncio.Semaphore):
    async with semaphore:
        log("waiter")


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    asyncio.create_task(waiter(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    log("taken already", semaphore.locked())
    async with semaphore:
        log("main again")
