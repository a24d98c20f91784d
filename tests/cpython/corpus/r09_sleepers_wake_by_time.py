"""Sleepers wake up in the order of their moments, whoever began first."""

import asyncio

from words import log


async def sleeper(name: str, delay: float):
    await asyncio.sleep(delay)
    log(name)
    return name


async def main():
    sleepers = [sleeper("c", 0.03), sleeper("a", 0.01), sleeper("b", 0.02)]
    log(await asyncio.gather(*sleepers))
