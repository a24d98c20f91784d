"""The error of the inner task is thrown where the shield is awaited."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.01)
    raise Boom("inner")


async def main():
    try:
        await asyncio.shield(fail())
    except Boom as error:
        log(error)
