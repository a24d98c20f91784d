"""A barrier tells how many wait and how many it needs."""

import asyncio

from words import log


async def party(barrier: asyncio.Barrier):
    await barrier.wait()


async def main():
    barrier = asyncio.Barrier(3)
    asyncio.create_task(party(barrier))
    task = asyncio.create_task(party(barrier))
    await asyncio.sleep(0)
    log(barrier.parties, barrier.n_waiting, barrier.broken)
    await barrier.wait()
    await task
    log(barrier.n_waiting)
