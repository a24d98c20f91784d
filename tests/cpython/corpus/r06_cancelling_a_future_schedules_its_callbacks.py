"""A future that is cancelled schedules its callbacks as one with a result does."""

import asyncio

from words import log


async def waiter(future: asyncio.Future):
    try:
        await future
    except asyncio.CancelledError as error:
        log("waiter", error)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda done: log("callback", done.cancelled()))
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    log(future.cancel("enough"))
    log(future.cancel("again"))
    await task
