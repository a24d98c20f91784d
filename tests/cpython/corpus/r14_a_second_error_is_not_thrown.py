"""Only the first error of several is thrown."""

import asyncio

from words import Boom, log


async def fail(name: str, delay: float):
    await asyncio.sleep(delay)
    log("fails", name)
    raise Boom(name)


async def main():
    try:
        await asyncio.gather(fail("late", 0.02), fail("early", 0.01))
    except Boom as error:
        log("caught", error)
    await asyncio.sleep(0.02)
