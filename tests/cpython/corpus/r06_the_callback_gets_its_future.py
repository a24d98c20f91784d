"""A done callback is given the future itself."""

import asyncio

from words import log


async def child():
    return "value"


async def main():
    task = asyncio.create_task(child())
    task.add_done_callback(lambda done: log(done == task, done))
    log(await task)
