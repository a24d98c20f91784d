"""A lock that is not taken cannot be released."""

import asyncio

from words import log


async def main():
    lock = asyncio.Lock()
    await asyncio.sleep(0)
    try:
        lock.release()
    except RuntimeError as error:
        log(error)
    async with lock:
        log(lock.locked())
