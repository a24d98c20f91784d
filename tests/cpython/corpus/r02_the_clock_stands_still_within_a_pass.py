"""Steps take no time: everything that runs at one deadline sees one moment."""

import asyncio

from words import log


async def tick(name: str):
    for turn in range(3):
        await asyncio.sleep(0.01)
        log(name, turn)


async def main():
    await asyncio.gather(tick("a"), tick("b"))
    await asyncio.sleep(0)
    log("same moment")
