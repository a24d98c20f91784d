"""An error that nobody catches fails each task on its way to main."""

import asyncio

from words import Boom, log


async def inner():
    await asyncio.sleep(0.01)
    raise Boom("inner")


async def outer():
    await asyncio.create_task(inner())


async def main():
    task = asyncio.create_task(outer())
    try:
        await task
    except Boom as error:
        log(error, task.exception() == error)
