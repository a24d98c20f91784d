"""After a shutdown what is there can still be taken, nothing put."""

import asyncio

from words import log


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("last")
    queue.shutdown()
    try:
        await queue.put("too late")
    except asyncio.QueueShutDown as error:
        log(error)
    log(await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown as error:
        log(error)
    await asyncio.sleep(0)
