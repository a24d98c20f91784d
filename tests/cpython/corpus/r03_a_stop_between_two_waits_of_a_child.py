"""A stop ends the run even though main and a child still have work to do."""

import asyncio

from words import log


async def child():
    for turn in range(3):
        log("child", turn)
        if turn == 1:
            asyncio.get_running_loop().stop()
        await asyncio.sleep(0.01)


async def main():
    await asyncio.create_task(child())
    log("never")
