"""With a limit of zero a coroutine is cancelled before its first step."""

import asyncio

from words import log


async def child():
    log("never")


async def main():
    try:
        await asyncio.wait_for(child(), 0)
    except TimeoutError as error:
        log(error)
