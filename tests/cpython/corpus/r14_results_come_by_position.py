"""Gather gives its results by position, not by the order of completion."""

import asyncio

from words import log


async def child(name: str, delay: float):
    await asyncio.sleep(delay)
    log(name)
    return name


async def main():
    log(await asyncio.gather(child("a", 0.02), child("b", 0.01)))
