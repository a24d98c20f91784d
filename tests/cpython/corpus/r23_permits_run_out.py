"""As many as there are permits enter, the others wait."""

import asyncio

from words import log


async def worker(name: str, semaphore: asyncio.Semaphore):
    async with semaphore:
        log(name, "enters")
        await asyncio.sleep(0.01)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[worker(name, semaphore) for name in "abcd"])
    log(semaphore.locked())
