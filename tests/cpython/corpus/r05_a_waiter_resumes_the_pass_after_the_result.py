"""A task wakes up in the pass after the future got its result."""

import asyncio

from words import log


async def waiter(future: asyncio.Future):
    log("got", await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_result("value")
    log("set")
    await asyncio.sleep(0)
    log("after one pass")
