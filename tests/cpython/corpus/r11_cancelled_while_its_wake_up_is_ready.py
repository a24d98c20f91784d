"""A sleeper cancelled in the pass of its wake-up is cancelled."""

import asyncio

from words import log


async def sleeper():
    try:
        await asyncio.sleep(0.01)
        log("never")
    finally:
        log("leaving")


async def main():
    task = asyncio.create_task(sleeper())
    asyncio.get_running_loop().call_later(0.01, lambda: task.cancel())
    await asyncio.sleep(0.02)
    log(task.cancelled())
