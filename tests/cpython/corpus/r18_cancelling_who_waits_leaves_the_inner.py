"""A task that waits under a shield can be cancelled, the shielded one is not."""

import asyncio

from words import log


async def saving():
    await asyncio.sleep(0.03)
    log("saved")


async def waiter():
    try:
        await asyncio.shield(saving())
    finally:
        log("waiter leaves")


async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    await asyncio.sleep(0.05)
