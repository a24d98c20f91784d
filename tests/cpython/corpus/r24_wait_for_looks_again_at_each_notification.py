"""A predicate is looked at each time the waiter is woken."""

import asyncio

from words import log


async def waiter(condition: asyncio.Condition, items: list[str]):
    def enough():
        log("looks", items)
        return len(items) == 2

    async with condition:
        log(await condition.wait_for(enough))


async def main():
    condition = asyncio.Condition()
    items: list[str] = []
    task = asyncio.create_task(waiter(condition, items))
    for item in "xy":
        await asyncio.sleep(0.01)
        async with condition:
            items.append(item)
            condition.notify_all()
    await task
