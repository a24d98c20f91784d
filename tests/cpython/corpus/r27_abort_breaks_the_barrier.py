"""An aborted barrier throws at those who wait and at those who come."""

import asyncio

from words import log


async def party(name: str, barrier: asyncio.Barrier):
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        log(name, error)


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(name, barrier)) for name in "ab"]
    await asyncio.sleep(0)
    await barrier.abort()
    log(barrier.broken)
    await asyncio.gather(*tasks)
    await party("late", barrier)
