"""Waiting releases the lock and holds it again afterwards."""

import asyncio

from words import log


async def waiter(condition: asyncio.Condition):
    async with condition:
        log("waits")
        await condition.wait()
        log("woken", condition.locked())


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    log(condition.locked())
    async with condition:
        condition.notify()
        log("notified")
    await task
