"""Awaiting a future that is done does not switch to another task."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("value")
    asyncio.create_task(other())
    log(await future)
    log(await future)
    await asyncio.sleep(0)
