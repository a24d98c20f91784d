"""A timer that is due joins the queue behind what was ready already."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, log, "timer")

    def tick(left: int):
        log("tick", left)
        if left > 0:
            loop.call_soon(tick, left - 1)

    loop.call_later(0.01, tick, 2)
    loop.call_later(0.01, log, "third timer")
    await asyncio.sleep(0.02)
