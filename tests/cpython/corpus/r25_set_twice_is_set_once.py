"""Setting an event that is set changes nothing."""

import asyncio

from words import log


async def waiter(event: asyncio.Event):
    await event.wait()
    log("woken")


async def main():
    event = asyncio.Event()
    event.set()
    event.set()
    event.clear()
    log(event.is_set())
    task = asyncio.create_task(waiter(event))
    await asyncio.sleep(0.01)
    event.set()
    event.set()
    await task
