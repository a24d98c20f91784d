"""Awaiting a future that failed throws without a switch, each time."""

import asyncio

from words import Boom, log


async def other():
    log("other")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(Boom("stored"))
    asyncio.create_task(other())
    for turn in range(2):
        try:
            await future
        except Boom as error:
            log(turn, error)
    await asyncio.sleep(0)
