"""A timeout of zero strikes at the first wait of its body, two passes later."""

import asyncio

from words import log


async def count():
    for number in range(4):
        log("pass", number)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(count())
    try:
        async with asyncio.timeout(0) as limit:
            log("body runs", limit.expired())
            await asyncio.sleep(1.0)
    except TimeoutError as error:
        log(error, limit.expired())
