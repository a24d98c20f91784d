"""An error of the awaited is thrown as it is."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.01)
    raise Boom("inside")


async def main():
    try:
        await asyncio.wait_for(fail(), 1.0)
    except Boom as error:
        log(error)
    await asyncio.sleep(0.01)
