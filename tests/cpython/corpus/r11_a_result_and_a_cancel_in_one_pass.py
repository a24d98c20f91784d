"""A result set and a cancellation in the same pass: the result is lost."""

import asyncio

from words import log


async def waiter(future: asyncio.Future):
    try:
        log("got", await future)
    except asyncio.CancelledError:
        log("cancelled")


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_result("lost")
    log(task.cancel())
    await task
    log(future.result())
