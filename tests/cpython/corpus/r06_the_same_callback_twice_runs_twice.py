"""A callback that was added twice runs twice."""

import asyncio

from words import log


async def main():
    future = asyncio.get_running_loop().create_future()
    calls: list[str] = []

    def count(done: asyncio.Future):
        calls.append("call")
        log(calls)

    future.add_done_callback(count)
    future.add_done_callback(count)
    future.cancel()
    await asyncio.sleep(0)
    log(future.cancelled())
