"""The message of the request arrives in the coroutine and at who waits."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError as error:
        log("child", error)
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel("the reason")
    try:
        await task
    except asyncio.CancelledError as error:
        log("main", error)
