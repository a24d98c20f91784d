"""Who comes while the others are passing waits for the next round."""

import asyncio

from words import log


async def party(name: str, barrier: asyncio.Barrier):
    log(name, await barrier.wait())


async def main():
    barrier = asyncio.Barrier(2)
    tasks = [asyncio.create_task(party(name, barrier)) for name in "abcd"]
    await asyncio.gather(*tasks)
    log(barrier.n_waiting)
