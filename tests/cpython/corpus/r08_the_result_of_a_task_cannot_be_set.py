"""A task's result is its coroutine's alone."""

import asyncio

from words import Boom, log


async def child():
    await asyncio.sleep(0)
    return "own"


async def main():
    task = asyncio.create_task(child())
    try:
        task.set_result("foreign")
    except RuntimeError as error:
        log(error)
    try:
        task.set_exception(Boom("foreign"))
    except RuntimeError as error:
        log(error)
    log(await task)
