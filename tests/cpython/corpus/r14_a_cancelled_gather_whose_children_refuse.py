"""Children that swallow the cancellation: the gather is cancelled all the same."""

import asyncio

from words import log


async def stubborn(name: str):
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        log(name, "refuses")
    return name


async def main():
    gathered = asyncio.gather(stubborn("a"), stubborn("b"))
    await asyncio.sleep(0.01)
    gathered.cancel()
    try:
        log(await gathered)
    except asyncio.CancelledError:
        log("cancelled")
