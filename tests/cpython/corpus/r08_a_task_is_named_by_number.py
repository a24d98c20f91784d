"""Tasks without a name are numbered, those with a name are not counted."""

import asyncio

from words import log


async def child():
    log(asyncio.current_task())


async def main():
    asyncio.create_task(child(), name="named")
    await asyncio.create_task(child())
    task = asyncio.create_task(child())
    task.set_name("renamed")
    await task
