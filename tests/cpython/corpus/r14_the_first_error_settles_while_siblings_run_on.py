"""The first error is thrown at once; the siblings go on."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.01)
    raise Boom("first")


async def sibling():
    await asyncio.sleep(0.02)
    log("sibling goes on")
    return "value"


async def main():
    task = asyncio.create_task(sibling())
    try:
        await asyncio.gather(task, fail())
    except Boom as error:
        log(error, task.done())
    log(await task)
