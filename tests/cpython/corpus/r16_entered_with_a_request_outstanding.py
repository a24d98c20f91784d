"""A timeout entered after a cancellation that was caught still becomes TimeoutError."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        log("caught, not taken back", asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1.0)
    except TimeoutError as error:
        log(error, asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    await task
