"""A task that cancels itself is struck at its next await."""

import asyncio

from words import log


async def main():
    task = asyncio.current_task()
    task.cancel("myself")
    log("still here")
    try:
        await asyncio.sleep(0)
        log("never")
    except asyncio.CancelledError as error:
        log(error)
    return "survived"
