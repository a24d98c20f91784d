"""Sleeps that end at one moment end in the order they began."""

import asyncio

from words import log


async def sleeper(name: str, first: float, second: float):
    await asyncio.sleep(first)
    await asyncio.sleep(second)
    log(name)


async def main():
    await asyncio.gather(
        sleeper("a", 0.01, 0.02), sleeper("b", 0.02, 0.01), sleeper("c", 0.015, 0.015)
    )
