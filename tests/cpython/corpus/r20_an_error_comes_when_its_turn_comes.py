"""An error is thrown where it is awaited, those behind it still come."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.01)
    raise Boom("second")


async def main():
    sleeps = [fail(), asyncio.sleep(0.02, "third"), asyncio.sleep(0.005, "first")]
    for each in asyncio.as_completed(sleeps):
        try:
            log(await each)
        except Boom as error:
            log(error)
