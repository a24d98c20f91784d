"""A barrier lets nobody pass until all its parties have come."""

import asyncio

from words import log


async def party(name: str, barrier: asyncio.Barrier, delay: float):
    await asyncio.sleep(delay)
    log(name, "comes")
    position = await barrier.wait()
    log(name, "passes", position)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(
        party("a", barrier, 0.03), party("b", barrier, 0.01), party("c", barrier, 0.02)
    )
