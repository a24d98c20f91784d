"""Awaiting a future with a cancellation pending cancels the future."""

import asyncio

from words import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda done: log("future is cancelled", done.cancelled()))
    asyncio.current_task().cancel("pending")
    try:
        await future
    except asyncio.CancelledError as error:
        log(error)
    await asyncio.sleep(0)
