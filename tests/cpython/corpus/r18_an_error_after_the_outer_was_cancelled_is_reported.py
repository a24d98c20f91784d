"""An inner task that fails when nobody waits any more is reported."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.02)
    raise Boom("nobody waits")


async def main():
    outer = asyncio.shield(fail())
    await asyncio.sleep(0.01)
    outer.cancel()
    await asyncio.sleep(0.02)
    log("over")
