"""Results come in the order in which they are ready."""

import asyncio

from words import log


async def child(name: str, delay: float):
    await asyncio.sleep(delay)
    return name


async def main():
    children = [child("a", 0.03), child("b", 0.01), child("c", 0.02)]
    for each in asyncio.as_completed(children):
        log(await each)
