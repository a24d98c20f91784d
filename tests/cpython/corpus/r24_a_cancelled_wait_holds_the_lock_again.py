"""A wait that is cancelled takes the lock again before it throws."""

import asyncio

from words import log


async def waiter(condition: asyncio.Condition):
    async with condition:
        try:
            await condition.wait()
        finally:
            log("holds the lock", condition.locked())


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel()
        await asyncio.sleep(0.01)
        log("main lets go", task.done())
    await asyncio.wait([task])
