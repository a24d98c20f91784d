"""An eager task that cancels itself and returns ends cancelled."""

import asyncio

from words import log


async def child():
    asyncio.current_task().cancel()
    return "lost"


async def main():
    task = asyncio.create_task(child(), eager_start=True)
    log(task.done(), task.cancelled())
    await asyncio.sleep(0)
    log(task.cancelled())
