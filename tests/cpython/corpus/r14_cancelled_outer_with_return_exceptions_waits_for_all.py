"""With return_exceptions a cancelled gather settles when all children are over."""

import asyncio

from words import log


async def child(name: str, delay: float):
    try:
        await asyncio.sleep(1.0)
    finally:
        await asyncio.sleep(delay)
        log("left", name)


async def main():
    children = [child("slow", 0.05), child("quick", 0.01)]
    gathered = asyncio.gather(*children, return_exceptions=True)
    await asyncio.sleep(0.01)
    gathered.cancel()
    try:
        log(await gathered)
    except asyncio.CancelledError:
        log("settled")
