"""A cancellation that was not thrown yet is withdrawn by uncancel."""

import asyncio

from words import log


async def child():
    log("runs")
    await asyncio.sleep(0)
    return "finished"


async def main():
    task = asyncio.create_task(child())
    task.cancel()
    log(task.uncancel())
    log(await task)
