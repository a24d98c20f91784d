"""A waiter cancelled in the pass of the set is cancelled."""

import asyncio

from words import log


async def waiter(event: asyncio.Event):
    await event.wait()
    log("never")


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(waiter(event))
    await asyncio.sleep(0)
    event.set()
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), event.is_set())
