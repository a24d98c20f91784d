"""A failing child of the outer group cancels the body that waits in the inner one."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.01)
    raise Boom("outer")


async def child():
    try:
        await asyncio.sleep(1.0)
    finally:
        log("child of the inner group leaves")


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail())
            async with asyncio.TaskGroup() as inner:
                inner.create_task(child())
    except ExceptionGroup as error:
        log(error)
