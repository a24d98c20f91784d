"""With one request left the cancellation is delivered."""

import asyncio

from words import log


async def child():
    log("never")


async def main():
    task = asyncio.create_task(child())
    task.cancel()
    task.cancel()
    log(task.uncancel())
    await asyncio.wait([task])
    log(task.cancelled(), task.cancelling())
