"""Awaiting a new task with a cancellation pending cancels that task too."""

import asyncio

from words import log


async def child():
    log("never")


async def main():
    task = asyncio.create_task(child())
    asyncio.current_task().cancel()
    try:
        await task
    except asyncio.CancelledError:
        log(task.cancelled())
