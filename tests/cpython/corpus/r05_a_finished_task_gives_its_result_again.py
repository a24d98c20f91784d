"""A task that is over gives its result to everyone, at once."""

import asyncio

from words import log


async def child():
    await asyncio.sleep(0.01)
    return "value"


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.02)
    log(await task)
    log(await task, task.result())
