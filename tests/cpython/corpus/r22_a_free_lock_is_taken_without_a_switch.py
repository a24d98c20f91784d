"""Taking a lock that is free does not switch."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    lock = asyncio.Lock()
    asyncio.create_task(other())
    log(lock.locked())
    await lock.acquire()
    log(lock.locked())
    lock.release()
    log(lock.locked())
    await asyncio.sleep(0)
