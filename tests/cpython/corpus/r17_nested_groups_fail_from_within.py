"""The error group of an inner group is an error of the outer one."""

import asyncio

from words import Boom, log


async def fail():
    raise Boom("inner")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(asyncio.sleep(1.0))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail())
    except ExceptionGroup as error:
        log(error)
