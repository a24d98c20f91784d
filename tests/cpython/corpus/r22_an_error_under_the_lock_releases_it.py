"""An error inside the block releases the lock."""

import asyncio

from words import Boom, log


async def main():
    lock = asyncio.Lock()
    try:
        async with lock:
            await asyncio.sleep(0.01)
            raise Boom("inside")
    except Boom as error:
        log(error, lock.locked())
