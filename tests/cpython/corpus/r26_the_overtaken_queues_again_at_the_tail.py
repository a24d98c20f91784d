"""A getter that was overtaken stands at the end of the line."""

import asyncio

from words import log


async def getter(name: str, queue: asyncio.Queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "ab"]
    await asyncio.sleep(0)
    queue.put_nowait("taken")
    queue.get_nowait()
    await asyncio.sleep(0.01)
    queue.put_nowait("one")
    queue.put_nowait("two")
    await asyncio.gather(*tasks)
