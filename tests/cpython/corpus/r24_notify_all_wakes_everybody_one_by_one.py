"""Those who are woken together take the lock one after another."""

import asyncio

from words import log


async def waiter(name: str, condition: asyncio.Condition):
    async with condition:
        await condition.wait()
        log(name)
        await asyncio.sleep(0.01)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "abc"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
