"""Tasks that wait for one future wake up in the order they came."""

import asyncio

from words import log


async def waiter(name: str, future: asyncio.Future):
    log(name, "waits")
    log(name, "got", await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "abc"]
    await asyncio.sleep(0)
    future.set_result(7)
    await asyncio.gather(*tasks)
