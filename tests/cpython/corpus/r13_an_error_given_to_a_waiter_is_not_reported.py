"""An error that was thrown at someone who waits counts as retrieved."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.01)
    raise Boom("thrown")


async def waiter(name: str, task: asyncio.Task):
    try:
        await task
    except Boom as error:
        log(name, error)


async def main():
    task = asyncio.create_task(fail())
    await asyncio.gather(waiter("a", task), waiter("b", task))
    await asyncio.sleep(0.01)
