"""A delay that is no number is refused."""

import asyncio

from words import log


async def main():
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        log(error)
    await asyncio.sleep(0.01)
    log("goes on")
