"""A party that is cancelled is not counted any more."""

import asyncio

from words import log


async def party(name: str, barrier: asyncio.Barrier):
    log(name, await barrier.wait())


async def main():
    barrier = asyncio.Barrier(2)
    task = asyncio.create_task(party("cancelled", barrier))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log(barrier.n_waiting, barrier.broken)
    await asyncio.gather(party("a", barrier), party("b", barrier))
