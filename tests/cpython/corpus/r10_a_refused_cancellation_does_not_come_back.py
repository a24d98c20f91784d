"""A task whose awaited task refuses the cancellation is not cancelled itself."""

import asyncio

from words import log


async def stubborn():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        log("refuses")
    return "value"


async def outer():
    log(await asyncio.create_task(stubborn()))
    await asyncio.sleep(0.01)
    return "goes on"


async def main():
    task = asyncio.create_task(outer())
    await asyncio.sleep(0.01)
    task.cancel()
    log(await task, task.cancelling())
