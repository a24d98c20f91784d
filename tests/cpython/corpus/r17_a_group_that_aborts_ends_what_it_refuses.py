"""A group that aborts ends the coroutine that it refuses."""

import asyncio

from words import log


async def child():
    try:
        log("begun")
        await asyncio.sleep(0)
    finally:
        log("ended")


async def fails():
    raise ValueError


async def main():
    began = child()
    began.send(None)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            try:
                await asyncio.sleep(1.0)
            finally:
                try:
                    group.create_task(began)
                except RuntimeError as error:
                    log(error)
    except ExceptionGroup as error:
        log(error)
