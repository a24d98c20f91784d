"""Wait needs something to wait for."""

import asyncio

from words import log


async def main():
    await asyncio.sleep(0)
    try:
        await asyncio.wait([])
    except ValueError as error:
        log(error)
