"""Waiting for a new task of an empty coroutine takes three passes."""

import asyncio

from words import log


async def empty():
    pass


async def count():
    for number in range(5):
        log("pass", number)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(count())
    done, pending = await asyncio.wait([asyncio.create_task(empty())])
    log(len(done), len(pending))
