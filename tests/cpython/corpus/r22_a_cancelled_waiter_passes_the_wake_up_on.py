"""A waiter that is cancelled after it was woken wakes the next."""

import asyncio

from words import log


async def waiter(name: str, lock: asyncio.Lock):
    async with lock:
        log(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    first = asyncio.create_task(waiter("first", lock))
    second = asyncio.create_task(waiter("second", lock))
    await asyncio.sleep(0)
    lock.release()
    first.cancel()
    await second
    log(first.cancelled(), lock.locked())
