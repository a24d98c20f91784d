"""A task that yielded is cancelled at its next step."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(0)
        log("never")
    except asyncio.CancelledError:
        log("cancelled")
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    log(task.cancelled())
