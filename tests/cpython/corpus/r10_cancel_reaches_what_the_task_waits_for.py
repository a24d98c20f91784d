"""Cancelling a task cancels the future it waits for."""

import asyncio

from words import log


async def waiter(future: asyncio.Future):
    await future


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    log(task.cancel())
    log(future.cancelled(), task.cancelled())
    await asyncio.wait([task])
    log(task.cancelled())
