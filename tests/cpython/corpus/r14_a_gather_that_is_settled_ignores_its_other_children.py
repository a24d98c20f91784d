"""A child that fails after the gather was settled is not heard of."""

import asyncio

from words import Boom, log


async def fail(delay: float, name: str):
    await asyncio.sleep(delay)
    raise Boom(name)


async def main():
    gathered = asyncio.gather(fail(0.01, "first"), fail(0.02, "second"))
    gathered.add_done_callback(lambda done: log("settled with", done.exception()))
    await asyncio.sleep(0.03)
    log(gathered.exception())
