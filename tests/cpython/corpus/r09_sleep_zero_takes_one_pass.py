"""A bare yield lets everybody who is ready run once."""

import asyncio

from words import log


async def count(name: str):
    for turn in range(3):
        log(name, turn)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(count("a"))
    asyncio.create_task(count("b"))
    for turn in range(4):
        log("main", turn)
        await asyncio.sleep(0)
