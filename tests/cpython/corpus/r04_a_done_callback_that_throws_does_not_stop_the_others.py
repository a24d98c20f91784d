"""An error in a done callback is reported, the callbacks behind it run."""

import asyncio

from words import Boom, log


async def main():
    future = asyncio.get_running_loop().create_future()

    def fail(done: asyncio.Future):
        raise Boom("in a done callback")

    future.add_done_callback(fail)
    future.add_done_callback(lambda done: log("second", done.result()))
    future.set_result("value")
    log(await future)
    await asyncio.sleep(0)
