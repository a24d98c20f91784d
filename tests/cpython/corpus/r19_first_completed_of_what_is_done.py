"""Wait does not switch when the first is done already."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    loop = asyncio.get_running_loop()
    there = loop.create_future()
    there.set_result(None)
    missing = loop.create_future()
    asyncio.create_task(other())
    both = [missing, there]
    done, pending = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    log(list(done), list(pending))
