"""A callback cancelled by an earlier one of the same pass does not run."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: handle.cancel())
    handle = loop.call_soon(log, "never")
    loop.call_soon(log, "after")
    await asyncio.sleep(0)
    log(handle.cancelled())
