"""One notification wakes one, in the order they came."""

import asyncio

from words import log


async def waiter(name: str, condition: asyncio.Condition):
    async with condition:
        await condition.wait()
        log(name)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "abc"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    await asyncio.sleep(0.01)
    log("two are left")
    async with condition:
        condition.notify(2)
    await asyncio.gather(*tasks)
