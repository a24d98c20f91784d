"""With a timeout of zero wait looks once, after giving the others a turn."""

import asyncio

from words import log


async def empty():
    log("runs")


async def main():
    task = asyncio.create_task(empty())
    slow = asyncio.create_task(asyncio.sleep(0.01))
    done, pending = await asyncio.wait([task, slow], timeout=0)
    log(list(done), list(pending))
