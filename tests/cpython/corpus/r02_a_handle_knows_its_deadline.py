"""A timer's handle tells when it is due."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.01)
    handle = loop.call_later(0.01, log, "fired")
    log(handle.when() == loop.time() + 0.01)
    await asyncio.sleep(0.01)
    log(handle.cancelled())
