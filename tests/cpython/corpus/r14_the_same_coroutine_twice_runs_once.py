"""A coroutine given twice is one task."""

import asyncio

from words import log


async def child():
    log("once")
    await asyncio.sleep(0)
    return "value"


async def main():
    coroutine = child()
    log(await asyncio.gather(coroutine, coroutine))
