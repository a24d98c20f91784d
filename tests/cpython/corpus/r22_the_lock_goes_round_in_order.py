"""Those who wait for a lock get it in the order they came."""

import asyncio

from words import log


async def worker(name: str, lock: asyncio.Lock):
    async with lock:
        log(name, "has it")
        await asyncio.sleep(0.01)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(worker("a", lock), worker("b", lock), worker("c", lock))
    log(lock.locked())
