"""All that was ready meanwhile is handed out without waiting."""

import asyncio

from words import log


async def main():
    sleeps = [asyncio.sleep(0.02, "b"), asyncio.sleep(0.01, "a")]
    iterator = asyncio.as_completed(sleeps)
    first = next(iterator)
    await asyncio.sleep(0.05)
    log(await first)
    log(await next(iterator))
