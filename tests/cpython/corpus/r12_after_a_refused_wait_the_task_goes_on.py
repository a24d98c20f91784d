"""After a refused wait a task takes what is done and yields as usual."""

import asyncio

from words import log


async def main():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        log(error)
    future = asyncio.get_running_loop().create_future()
    future.set_result("done")
    log(await future)
    log(await asyncio.sleep(0, "yielded"))
