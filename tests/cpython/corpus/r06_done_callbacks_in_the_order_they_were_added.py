"""Done callbacks run in the order they were added, in one pass."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for name in "abc":
        future.add_done_callback(lambda done: loop.call_soon(log, "scheduled inside"))
        loop.call_soon(log, "before", name)
    future.add_done_callback(lambda done: log("last", done.result()))
    future.set_result(1)
    log("set")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
