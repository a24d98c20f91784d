"""A group without children is left without a switch."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    asyncio.create_task(other())
    async with asyncio.TaskGroup():
        log("body")
    log("left")
