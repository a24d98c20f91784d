"""What is done in one pass comes in the order in which it was done."""

import asyncio

from words import log


async def child(name: str):
    await asyncio.sleep(0)
    return name


async def main():
    for each in asyncio.as_completed([child("a"), child("b")]):
        log(await each)
