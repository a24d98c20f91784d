"""A finally that awaits keeps the cancelled task alive until it is done."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(1.0)
    finally:
        log("cleaning")
        await asyncio.sleep(0.02)
        log("clean")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())
