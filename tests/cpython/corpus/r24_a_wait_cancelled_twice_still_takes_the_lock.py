"""A second cancellation does not make a wait leave without its lock."""

import asyncio

from words import log


async def waiter(condition: asyncio.Condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError as error:
            log(error, condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(waiter(condition))
    await asyncio.sleep(0)
    async with condition:
        task.cancel("first")
        await asyncio.sleep(0.01)
        task.cancel("second")
        await asyncio.sleep(0.01)
    await asyncio.wait([task])
