"""A task that catches the cancellation and goes on is not cancelled."""

import asyncio

from words import log


async def stubborn():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError as error:
        log("no", error)
    await asyncio.sleep(0.01)
    return "done"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("please")
    log(await task, task.cancelled(), task.cancelling())
