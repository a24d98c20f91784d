"""A bounded semaphore refuses a release too many, a plain one does not."""

import asyncio

from words import log


async def main():
    plain = asyncio.Semaphore(1)
    plain.release()
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        log(error)
    async with bounded:
        log(bounded.locked())
    await plain.acquire()
    log(plain.locked())
    await asyncio.sleep(0)
