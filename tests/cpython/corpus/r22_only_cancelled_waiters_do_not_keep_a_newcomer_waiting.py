"""A line of cancelled waiters does not keep a newcomer from a free lock."""

import asyncio

from words import log


async def waiter(lock: asyncio.Lock):
    await lock.acquire()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(waiter(lock))
    await asyncio.sleep(0)
    task.cancel()
    lock.release()
    await lock.acquire()
    log("no switch", task.done())
    await asyncio.wait([task])
