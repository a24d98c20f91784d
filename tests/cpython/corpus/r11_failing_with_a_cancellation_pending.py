"""A task that raises while a cancellation is pending has failed."""

import asyncio

from words import Boom, log


async def child():
    asyncio.current_task().cancel("pending")
    raise Boom("first")


async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except Boom as error:
        log(error, task.cancelling())
