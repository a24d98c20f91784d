"""An eager task is cancelled where it waits."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(1.0)
    finally:
        log("leaving")


async def main():
    task = asyncio.create_task(child(), eager_start=True)
    log(task.cancel(), task.done())
    await asyncio.wait([task])
    log(task.cancelled())
