"""Without waiting an empty queue and a full one throw."""

import asyncio

from words import log


async def main():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        log(error)
    queue.put_nowait("item")
    try:
        queue.put_nowait("too much")
    except asyncio.QueueFull as error:
        log(error)
    await asyncio.sleep(0)
