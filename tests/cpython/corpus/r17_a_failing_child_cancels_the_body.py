"""The first child that fails cancels the body where it waits, once."""

import asyncio

from words import Boom, log


async def fail():
    raise Boom("child")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(1.0)
            except asyncio.CancelledError:
                log("body cancelled", asyncio.current_task().cancelling())
                raise
    except ExceptionGroup as error:
        log(error, asyncio.current_task().cancelling())
