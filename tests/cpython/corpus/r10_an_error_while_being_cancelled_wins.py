"""A cancelled task that raises something else has failed."""

import asyncio

from words import Boom, log


async def child():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        raise Boom("instead")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except Boom as error:
        log(error, task.cancelled())
