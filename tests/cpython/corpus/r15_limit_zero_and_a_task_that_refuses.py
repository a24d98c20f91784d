"""With a limit of zero a task that swallows the cancellation gives its result."""

import asyncio

from words import log


async def stubborn():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        log("refuses")
    await asyncio.sleep(0.01)
    return "result"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    log(await asyncio.wait_for(task, 0))
