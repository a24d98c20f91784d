"""A task that returns while a cancellation is pending ends cancelled."""

import asyncio

from words import log


async def child():
    asyncio.current_task().cancel("pending")
    return "lost"


async def main():
    task = asyncio.create_task(child())
    try:
        log(await task)
    except asyncio.CancelledError as error:
        log(error)
