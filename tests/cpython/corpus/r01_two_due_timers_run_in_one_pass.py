"""All timers that are due join the queue in the same pass."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()

    def fired(name: str):
        log(name)
        loop.call_soon(log, f"next after {name}")

    loop.call_later(0.01, fired, "one")
    loop.call_later(0.01, fired, "two")
    await asyncio.sleep(0.02)
