"""A gather may stand inside another."""

import asyncio

from words import log


async def child(name: str, delay: float):
    await asyncio.sleep(delay)
    return name


async def main():
    inner = asyncio.gather(child("a", 0.01), child("b", 0.02))
    log(await asyncio.gather(inner, child("c", 0.01)))
