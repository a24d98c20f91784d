"""A second result is refused."""

import asyncio

from words import Boom, log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("first")
    try:
        future.set_result("second")
    except asyncio.InvalidStateError as error:
        log(error)
    try:
        future.set_exception(Boom("third"))
    except asyncio.InvalidStateError as error:
        log(error)
    log(future.cancel(), await future)
    await asyncio.sleep(0)
