"""A child's error beats the cancellation from outside, which stays pending."""

import asyncio

from words import Boom, log


async def child():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        raise Boom("child")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except ExceptionGroup as error:
        log(error, asyncio.current_task().cancelling())
    await asyncio.sleep(0.01)
    log("never")


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())
