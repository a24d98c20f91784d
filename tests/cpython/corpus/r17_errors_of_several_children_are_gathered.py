"""All errors are gathered in the order in which they came."""

import asyncio

from words import Boom, log


async def fail(name: str):
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        raise Boom(name)


async def first():
    raise Boom("first")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("second"))
            group.create_task(fail("third"))
            await asyncio.sleep(0)
            group.create_task(first())
    except ExceptionGroup as error:
        log(error)
