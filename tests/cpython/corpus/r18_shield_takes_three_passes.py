"""Awaiting a shielded empty task takes three passes."""

import asyncio

from words import log


async def empty():
    return "value"


async def count():
    for number in range(5):
        log("pass", number)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(count())
    shielded = asyncio.shield(empty())
    log(await shielded, shielded.done())
