"""Tasks that are left when main is over are cancelled and waited for."""

import asyncio

from words import log


async def left(name: str):
    try:
        await asyncio.sleep(1.0)
    finally:
        log("cleaning", name)
        await asyncio.sleep(0.01)
        log("clean", name)


async def main():
    asyncio.create_task(left("a"))
    asyncio.create_task(left("b"))
    await asyncio.sleep(0)
    return "result"
