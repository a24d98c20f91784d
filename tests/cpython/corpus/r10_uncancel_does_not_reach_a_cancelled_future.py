"""Where the future that the task waits for is cancelled already, the error comes."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        log("comes all the same", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    log(task.uncancel())
    await task
