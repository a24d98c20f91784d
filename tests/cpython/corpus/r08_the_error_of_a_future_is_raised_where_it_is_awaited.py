"""The wake-up raises the future's error at the await."""

import asyncio

from words import Boom, log


async def waiter(future: asyncio.Future):
    try:
        await future
        log("never")
    except Boom as error:
        log("caught", error)
    return "recovered"


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_exception(Boom("late"))
    log(await task)
