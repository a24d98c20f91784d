"""New tasks take their turn behind the callbacks that were ready before."""

import asyncio

from words import log


async def child(name: str):
    log(name)


async def main():
    loop = asyncio.get_running_loop()
    asyncio.create_task(child("a"))
    loop.call_soon(log, "callback")
    asyncio.create_task(child("b"))
    await asyncio.sleep(0)
