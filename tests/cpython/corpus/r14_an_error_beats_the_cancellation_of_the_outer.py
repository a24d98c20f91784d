"""A child that fails while the gather is being cancelled settles it with its error."""

import asyncio

from words import Boom, log


async def fail():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        raise Boom("instead")


async def main():
    gathered = asyncio.gather(fail(), asyncio.sleep(1.0))
    await asyncio.sleep(0.01)
    gathered.cancel()
    try:
        await gathered
    except Boom as error:
        log(error)
