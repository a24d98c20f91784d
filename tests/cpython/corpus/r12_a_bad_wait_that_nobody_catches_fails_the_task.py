"""The error for a bad wait fails a task that does not catch it."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.current_task()
    finally:
        log("leaving")


async def main():
    task = asyncio.create_task(child())
    await asyncio.wait([task])
    log(task.exception())
