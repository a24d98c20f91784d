"""Asking a pending task for its result is an error of its own kind."""

import asyncio

from words import log


async def child():
    await asyncio.sleep(0)
    return "value"


async def main():
    task = asyncio.create_task(child())
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        log(error)
    try:
        task.exception()
    except asyncio.InvalidStateError as error:
        log(error)
    log(await task, task.exception())
