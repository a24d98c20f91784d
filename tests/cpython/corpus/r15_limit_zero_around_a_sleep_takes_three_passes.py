"""With a limit of zero waitFor waits for the cancellation: three passes."""

import asyncio

from words import log


async def count():
    for number in range(5):
        log("pass", number)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(count())
    try:
        await asyncio.wait_for(asyncio.sleep(1.0), -1)
    except TimeoutError:
        log("back")
