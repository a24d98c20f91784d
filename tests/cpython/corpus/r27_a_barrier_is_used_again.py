"""A barrier that was passed closes again for the next round."""

import asyncio

from words import log


async def party(name: str, barrier: asyncio.Barrier):
    for turn in range(2):
        log(name, turn, await barrier.wait())


async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(party("a", barrier), party("b", barrier))
