"""A cancellation in the pass of a refused wait takes the place of its error."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.current_task()
    except asyncio.CancelledError as error:
        log("instead", error)


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    log(task.cancel("cancelled"))
    await asyncio.sleep(0.01)
    log(task.done(), task.cancelled())
