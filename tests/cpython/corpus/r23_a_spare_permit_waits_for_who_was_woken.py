"""With a permit to spare a newcomer still waits behind the one that was woken."""

import asyncio

from words import log


async def waiter(semaphore: asyncio.Semaphore):
    await semaphore.acquire()
    log("waiter", semaphore.locked())


async def main():
    semaphore = asyncio.Semaphore(0)
    asyncio.create_task(waiter(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    log("one to spare", semaphore.locked())
    await semaphore.acquire()
    log("main")
