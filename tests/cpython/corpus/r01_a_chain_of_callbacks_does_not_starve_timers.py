"""A callback that schedules itself again and again leaves room for timers."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    stopped = loop.create_future()

    def spin(turn: int):
        if not stopped.done() and turn < 100:
            loop.call_soon(spin, turn + 1)

    loop.call_later(0, lambda: stopped.set_result("stop"))
    spin(0)
    log(await stopped)
