"""A release wakes only the first of those who wait."""

import asyncio

from words import log


async def waiter(name: str, lock: asyncio.Lock):
    await lock.acquire()
    log(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    asyncio.create_task(waiter("a", lock))
    asyncio.create_task(waiter("b", lock))
    await asyncio.sleep(0)
    lock.release()
    log("released", lock.locked())
    await asyncio.sleep(0.01)
    log(lock.locked())
