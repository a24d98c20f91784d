"""A timeout of zero stands in the queue before what its body schedules."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(0):
            loop.call_soon(lambda: log("struck already", task.cancelling()))
            await asyncio.sleep(1.0)
    except TimeoutError as error:
        log(error)
