"""A callback added to an eager task that is done is scheduled, not called."""

import asyncio

from words import log


async def child():
    return "value"


async def main():
    task = asyncio.create_task(child(), eager_start=True)
    task.add_done_callback(lambda done: log("callback", done.result()))
    log("added")
    await asyncio.sleep(0)
