"""An error of the body cancels the children and stands behind theirs."""

import asyncio

from words import Boom, log


async def fail():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        raise Boom("child")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            await asyncio.sleep(0.01)
            raise Boom("body")
    except ExceptionGroup as error:
        log(error)
