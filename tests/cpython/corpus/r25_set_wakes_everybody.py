"""Setting an event wakes all who wait, in the order they came."""

import asyncio

from words import log


async def waiter(name: str, event: asyncio.Event):
    log(name, await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    event.set()
    log("set", event.is_set())
    await asyncio.gather(*tasks)
