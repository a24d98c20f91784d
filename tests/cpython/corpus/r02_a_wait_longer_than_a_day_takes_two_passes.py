"""The loop waits a day at most, then looks again."""

import asyncio

from words import log


async def main():
    await asyncio.sleep(100000.0)
    log("more than a day later")
