"""Each release wakes one, in the order they came."""

import asyncio

from words import log


async def waiter(name: str, semaphore: asyncio.Semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    for name in "abc":
        asyncio.create_task(waiter(name, semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    await asyncio.sleep(0.01)
    log("one is left")
    semaphore.release()
    await asyncio.sleep(0)
