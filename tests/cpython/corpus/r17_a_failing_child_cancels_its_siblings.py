"""The first child that fails cancels the others."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.01)
    raise Boom("child")


async def sibling(name: str):
    try:
        await asyncio.sleep(1.0)
    finally:
        log("leaving", name)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(sibling("a"))
            group.create_task(fail())
            group.create_task(sibling("b"))
    except ExceptionGroup as error:
        log(error)
