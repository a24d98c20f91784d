"""Making a task runs nothing of it yet."""

import asyncio

from words import log


async def child(name: str):
    log(name)


async def main():
    asyncio.create_task(child("a"))
    asyncio.create_task(child("b"))
    log("made")
    await asyncio.sleep(0)
    log("after a pass")
