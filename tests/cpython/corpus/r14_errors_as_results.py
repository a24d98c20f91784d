"""With return_exceptions the errors stand among the results."""

import asyncio

from words import Boom, log


async def fail():
    raise Boom("listed")


async def main():
    sleeping = asyncio.sleep(0.01, "value")
    log(await asyncio.gather(fail(), sleeping, return_exceptions=True))
