"""A reset throws at those who wait and leaves the barrier usable."""

import asyncio

from words import log


async def party(name: str, barrier: asyncio.Barrier):
    try:
        log(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        log(name, error)


async def main():
    barrier = asyncio.Barrier(2)
    task = asyncio.create_task(party("a", barrier))
    await asyncio.sleep(0)
    await barrier.reset()
    await task
    log(barrier.broken)
    await asyncio.gather(party("b", barrier), party("c", barrier))
