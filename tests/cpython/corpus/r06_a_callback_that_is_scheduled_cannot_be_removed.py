"""Once the future is done its callbacks are scheduled and cannot be removed."""

import asyncio

from words import log


async def main():
    future = asyncio.get_running_loop().create_future()

    def callback(done: asyncio.Future):
        log("runs")

    future.add_done_callback(callback)
    future.set_result(None)
    log(future.remove_done_callback(callback))
    await asyncio.sleep(0)
