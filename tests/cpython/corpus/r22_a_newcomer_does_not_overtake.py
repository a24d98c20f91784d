"""Between a release and the wake-up of the first in line nobody gets the lock."""

import asyncio

from words import log


async def waiter(lock: asyncio.Lock):
    async with lock:
        log("waiter")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    asyncio.create_task(waiter(lock))
    await asyncio.sleep(0)
    lock.release()
    log("unlocked for now", lock.locked())
    async with lock:
        log("main again")
