"""When all children are done the gather cannot be cancelled any more."""

import asyncio

from words import log


async def child():
    return "value"


async def main():
    task = asyncio.create_task(child())
    gathered = asyncio.gather(task)
    await asyncio.sleep(0)
    log(task.done(), gathered.done(), gathered.cancel())
    log(await gathered)
