"""A group that is being aborted refuses new tasks."""

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
            finally:
                try:
                    group.create_task(fail())
                except RuntimeError as error:
                    log(error)
    except ExceptionGroup as error:
        log(error)
