"""Wait may return when the first is done."""

import asyncio

from words import log


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(delay)) for delay in [0.03, 0.01, 0.02]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    log(list(done), list(pending))
