"""A task that is over cannot be cancelled."""

import asyncio

from words import log


async def child():
    return "value"


async def main():
    task = asyncio.create_task(child())
    await task
    log(task.cancel(), task.cancelled(), task.cancelling(), task.result())
