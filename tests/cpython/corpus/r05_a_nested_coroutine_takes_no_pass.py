"""Awaiting a coroutine is a call: without a suspension inside nothing else runs."""

import asyncio

from words import log


async def inner():
    log("inner")
    return 1


async def outer():
    return await inner() + 1


async def other():
    log("other")


async def main():
    asyncio.create_task(other())
    log(await outer())
    await asyncio.sleep(0)
