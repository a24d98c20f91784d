"""The result and the exception of a cancelled task both throw the cancellation."""

import asyncio

from words import log


async def main():
    task = asyncio.create_task(asyncio.sleep(1.0))
    await asyncio.sleep(0)
    task.cancel("reason")
    await asyncio.wait([task])
    try:
        task.result()
    except asyncio.CancelledError as error:
        log(error)
    try:
        task.exception()
    except asyncio.CancelledError as error:
        log(error)
