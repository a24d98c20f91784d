"""Those who wait for items are served in the order they came."""

import asyncio

from words import log


async def getter(name: str, queue: asyncio.Queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    for item in range(3):
        queue.put_nowait(item)
    await asyncio.gather(*tasks)
