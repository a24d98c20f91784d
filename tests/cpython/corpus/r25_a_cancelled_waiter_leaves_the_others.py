"""A waiter that is cancelled leaves the others waiting."""

import asyncio

from words import log


async def waiter(name: str, event: asyncio.Event):
    try:
        await event.wait()
        log(name)
    finally:
        log(name, "leaves")


async def main():
    event = asyncio.Event()
    first = asyncio.create_task(waiter("first", event))
    second = asyncio.create_task(waiter("second", event))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.sleep(0.01)
    event.set()
    await second
