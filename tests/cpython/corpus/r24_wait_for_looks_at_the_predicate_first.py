"""A predicate that holds already needs no notification."""

import asyncio

from words import log


async def main():
    condition = asyncio.Condition()
    async with condition:
        log(await condition.wait_for(lambda: "holds"))
    await asyncio.sleep(0)
