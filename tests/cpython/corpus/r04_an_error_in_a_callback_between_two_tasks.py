"""An error in a callback disturbs neither the task before it nor the one behind it."""

import asyncio

from words import Boom, log


async def child(name: str):
    log(name)
    await asyncio.sleep(0)
    log(name, "again")


async def main():
    loop = asyncio.get_running_loop()

    def fail():
        raise Boom("between")

    first = asyncio.create_task(child("first"))
    loop.call_soon(fail)
    second = asyncio.create_task(child("second"))
    await asyncio.gather(first, second)
