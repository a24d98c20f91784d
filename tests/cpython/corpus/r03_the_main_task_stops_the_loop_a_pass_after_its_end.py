"""The loop stops through a done callback: the pass after the main task's last."""

import asyncio

from words import log


async def straggler():
    for turn in range(5):
        log("straggler", turn)
        await asyncio.sleep(0)


async def main():
    asyncio.create_task(straggler())
    await asyncio.sleep(0)
    log("main is over")
    return "result"
