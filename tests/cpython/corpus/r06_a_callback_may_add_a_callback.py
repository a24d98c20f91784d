"""A callback added by a done callback runs a pass later."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def first(done: asyncio.Future):
        log("first")
        done.add_done_callback(lambda again: log("third"))

    future.add_done_callback(first)
    future.add_done_callback(lambda done: log("second"))
    future.set_result(None)
    await asyncio.sleep(0)
    log("main")
    await asyncio.sleep(0)
