"""After clear those who come wait for the next set."""

import asyncio

from words import log


async def waiter(event: asyncio.Event):
    for turn in range(2):
        await event.wait()
        log("turn", turn)
        event.clear()


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(waiter(event))
    for turn in range(2):
        await asyncio.sleep(0.01)
        event.set()
    await task
