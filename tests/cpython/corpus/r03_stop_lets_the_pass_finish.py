"""After stop the callbacks of the same pass still run, those they schedule do not."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()

    def last():
        log("last of the pass")
        loop.call_soon(log, "next pass, at shutdown")

    loop.call_soon(lambda: loop.stop())
    loop.call_soon(last)
    await asyncio.sleep(0.01)
