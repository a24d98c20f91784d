"""Each request to cancel counts, and uncancel takes one back."""

import asyncio

from words import log


async def child():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        log(task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    log(task.cancelling())
    await task
