"""With a limit of zero only a result that is there already is returned."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("there")
    asyncio.create_task(other())
    log(await asyncio.wait_for(future, 0))
    await asyncio.sleep(0)
