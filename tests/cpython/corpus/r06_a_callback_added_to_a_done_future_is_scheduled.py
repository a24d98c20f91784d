"""A callback added to a done future runs in the next pass, not inline."""

import asyncio

from words import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("value")
    future.add_done_callback(lambda done: log("callback", done.result()))
    log("added")
    await asyncio.sleep(0)
    log("next pass")
