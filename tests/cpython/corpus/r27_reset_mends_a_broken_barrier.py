"""A barrier that was aborted can be used after a reset."""

import asyncio

from words import log


async def party(name: str, barrier: asyncio.Barrier):
    log(name, await barrier.wait())


async def main():
    barrier = asyncio.Barrier(2)
    await barrier.abort()
    log(barrier.broken)
    await barrier.reset()
    log(barrier.broken)
    await asyncio.gather(party("a", barrier), party("b", barrier))
