"""Removing a done callback removes it every time it was added, and says how often."""

import asyncio

from words import log


async def main():
    future = asyncio.get_running_loop().create_future()

    def twice(done: asyncio.Future):
        log("never")

    future.add_done_callback(twice)
    future.add_done_callback(lambda done: log("kept"))
    future.add_done_callback(twice)
    log(future.remove_done_callback(twice))
    log(future.remove_done_callback(twice))
    future.set_result(None)
    await asyncio.sleep(0)
