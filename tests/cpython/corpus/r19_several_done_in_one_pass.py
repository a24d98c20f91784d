"""Wait for the first may find several done when it wakes up."""

import asyncio

from words import log


async def empty():
    pass


async def main():
    tasks = [asyncio.create_task(empty()) for _ in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    log(list(done), list(pending))
