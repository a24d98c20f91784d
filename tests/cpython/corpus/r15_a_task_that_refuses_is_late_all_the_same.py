"""A coroutine that swallows the cancellation has its result kept under a limit."""

import asyncio

from words import log


async def stubborn():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        log("refuses")
    return "result"


async def main():
    try:
        log(await asyncio.wait_for(stubborn(), 0.01))
    except TimeoutError as error:
        log(error)
