"""A sleep returns what it was given."""

import asyncio

from words import log


async def main():
    log(await asyncio.sleep(0.01, "slept"))
    log(await asyncio.sleep(0, "yielded"))
    log(await asyncio.sleep(0.01))
