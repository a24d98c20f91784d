"""A cancelled shield leaves the inner task running."""

import asyncio

from words import log


async def child():
    await asyncio.sleep(0.02)
    log("inner is done")
    return "value"


async def main():
    inner = asyncio.create_task(child())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("outer is cancelled", inner.done())
    log(await inner)
