"""The timer of a sleep that was left early does not keep the loop waiting."""

import asyncio

from words import log


async def main():
    task = asyncio.create_task(asyncio.sleep(1.0))
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())
    await asyncio.sleep(2.0)
