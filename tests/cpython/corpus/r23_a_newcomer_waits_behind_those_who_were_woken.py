"""A newcomer takes no permit while others wait, even when one is left."""

import asyncio

from words import log


async def worker(name: str, semaphore: asyncio.Semaphore):
    await semaphore.acquire()
    log(name)
    semaphore.release()


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    asyncio.create_task(worker("a", semaphore))
    asyncio.create_task(worker("b", semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    await worker("main", semaphore)
