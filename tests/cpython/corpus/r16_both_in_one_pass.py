"""A timeout and a cancellation from outside together are a cancellation."""

import asyncio

from words import log


async def child():
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1.0)
    except TimeoutError:
        log("never")


async def main():
    task = asyncio.create_task(child())
    asyncio.get_running_loop().call_later(0.01, lambda: task.cancel())
    await asyncio.wait([task])
    log(task.cancelled(), task.cancelling())
