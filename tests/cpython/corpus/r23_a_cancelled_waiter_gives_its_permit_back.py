"""A waiter cancelled after its wake-up gives the permit to the next."""

import asyncio

from words import log


async def waiter(name: str, semaphore: asyncio.Semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    first = asyncio.create_task(waiter("first", semaphore))
    second = asyncio.create_task(waiter("second", semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    first.cancel()
    await second
    log(first.cancelled(), semaphore.locked())
