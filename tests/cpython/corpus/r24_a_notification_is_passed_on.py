"""A waiter that is cancelled after its notification passes it on."""

import asyncio

from words import log


async def waiter(name: str, condition: asyncio.Condition):
    async with condition:
        await condition.wait()
        log(name)


async def main():
    condition = asyncio.Condition()
    first = asyncio.create_task(waiter("first", condition))
    second = asyncio.create_task(waiter("second", condition))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        first.cancel()
    await second
    log(first.cancelled())
