"""Waiting for an event that is set does not switch."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    event = asyncio.Event()
    event.set()
    asyncio.create_task(other())
    log(await event.wait())
    await asyncio.sleep(0)
