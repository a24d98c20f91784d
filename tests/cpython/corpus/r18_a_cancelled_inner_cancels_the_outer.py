"""When the inner task is cancelled, so is the shield."""

import asyncio

from words import log


async def main():
    inner = asyncio.create_task(asyncio.sleep(1.0))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.01)
    inner.cancel("inner")
    try:
        await outer
    except asyncio.CancelledError as error:
        log(error, outer.cancelled())
