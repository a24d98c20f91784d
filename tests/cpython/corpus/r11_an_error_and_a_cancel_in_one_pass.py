"""An error set and a cancellation in the same pass: the error is lost."""

import asyncio

from words import Boom, log


async def waiter(future: asyncio.Future):
    try:
        await future
    except Boom as error:
        log("got", error)


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_exception(Boom("lost"))
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), future.exception())
