"""A timer that is cancelled in time does not fire, its neighbors do."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, log, "first")
    second = loop.call_later(0.01, log, "second")
    loop.call_later(0.01, log, "third")
    loop.call_later(0.005, lambda: second.cancel())
    await asyncio.sleep(0.02)
    log(second.cancelled())
