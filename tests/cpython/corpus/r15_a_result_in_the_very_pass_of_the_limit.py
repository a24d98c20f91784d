"""When the result and the limit fall together the earlier timer wins."""

import asyncio

from words import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, lambda: future.set_result("just in time"))
    try:
        log(await asyncio.wait_for(future, 0.01))
    except TimeoutError:
        log("late", future.result())
