"""An error in a callback goes to the exception handler and the loop goes on."""

import asyncio

from words import Boom, log


async def main():
    loop = asyncio.get_running_loop()

    def fail():
        log("failing")
        raise Boom("in a callback")

    loop.call_soon(fail)
    loop.call_soon(log, "next")
    await asyncio.sleep(0)
    log("main")
