"""The exception handler hears what the program itself reports."""

import asyncio

from words import Boom, log


async def child():
    await asyncio.sleep(0.01)
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "mine", "exception": Boom("reported")})


async def main():
    await asyncio.create_task(child())
    log("goes on")
