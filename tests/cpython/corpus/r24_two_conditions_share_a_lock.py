"""Two conditions may stand on one lock."""

import asyncio

from words import log


async def waiter(name: str, condition: asyncio.Condition):
    async with condition:
        await condition.wait()
        log(name)


async def main():
    lock = asyncio.Lock()
    full = asyncio.Condition(lock)
    empty = asyncio.Condition(lock)
    asyncio.create_task(waiter("full", full))
    task = asyncio.create_task(waiter("empty", empty))
    await asyncio.sleep(0)
    async with lock:
        empty.notify_all()
    await task
    log(lock.locked())
