"""A notification is not kept for those who come later."""

import asyncio

from words import log


async def waiter(condition: asyncio.Condition):
    async with condition:
        await condition.wait()
        log("woken")


async def main():
    condition = asyncio.Condition()
    async with condition:
        condition.notify(5)
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0.01)
    log(task.done())
    async with condition:
        condition.notify(5)
    await task
