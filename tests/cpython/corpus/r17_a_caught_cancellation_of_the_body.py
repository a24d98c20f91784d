"""A body that catches the group's cancellation and goes on is not cancelled again."""

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
                log("caught")
            await asyncio.sleep(0.01)
            log("body goes on")
    except ExceptionGroup as error:
        log(error, asyncio.current_task().cancelling())
