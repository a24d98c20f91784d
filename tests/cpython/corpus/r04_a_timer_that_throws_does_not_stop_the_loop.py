"""An error in a timer's callback leaves the other timers alone."""

import asyncio

from words import Boom, log


async def main():
    loop = asyncio.get_running_loop()

    def fail():
        raise Boom("in a timer")

    loop.call_later(0.01, fail)
    loop.call_later(0.01, log, "same moment")
    await asyncio.sleep(0.02)
    log("later")
