"""A loop that runs cannot be closed."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.close()
    except RuntimeError as error:
        log(error)
    await asyncio.sleep(0)
    log(loop.is_running(), loop.is_closed())
