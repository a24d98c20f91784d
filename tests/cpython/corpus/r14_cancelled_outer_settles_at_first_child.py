"""A cancelled gather settles at the first child that ends cancelled."""

import asyncio

from words import log


async def child(name: str, delay: float):
    try:
        await asyncio.sleep(1.0)
    finally:
        await asyncio.sleep(delay)
        log("left", name)


async def main():
    gathered = asyncio.gather(child("slow", 0.05), child("quick", 0.01))
    await asyncio.sleep(0.01)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        log("settled")
    await asyncio.sleep(0.1)
