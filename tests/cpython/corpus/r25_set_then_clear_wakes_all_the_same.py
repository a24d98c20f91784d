"""Those who waited wake up even if the event is cleared at once."""

import asyncio

from words import log


async def waiter(name: str, event: asyncio.Event):
    await event.wait()
    log(name, event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "ab"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.wait(tasks)
