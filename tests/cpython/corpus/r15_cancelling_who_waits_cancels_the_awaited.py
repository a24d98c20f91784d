"""A cancellation from outside goes to the awaited and stays a cancellation."""

import asyncio

from words import log


async def parent(future: asyncio.Future):
    await asyncio.wait_for(future, 1.0)


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(parent(future))
    await asyncio.sleep(0.01)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError as error:
        log(error, future.cancelled())
