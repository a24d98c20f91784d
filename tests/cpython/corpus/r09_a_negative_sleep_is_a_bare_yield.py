"""A sleep of less than nothing takes one pass and no time."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    asyncio.create_task(other())
    log(await asyncio.sleep(-1, "result"))
    log(await asyncio.sleep(-0.5, "another"))
