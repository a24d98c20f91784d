"""A waiter cancelled while it waits takes no permit."""

import asyncio

from words import log


async def waiter(name: str, semaphore: asyncio.Semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    first = asyncio.create_task(waiter("first", semaphore))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0)
    semaphore.release()
    log(semaphore.locked())
    await waiter("second", semaphore)
