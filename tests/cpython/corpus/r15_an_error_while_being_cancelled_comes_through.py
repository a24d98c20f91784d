"""An error raised in answer to the cancellation is thrown instead of TimeoutError."""

import asyncio

from words import Boom, log


async def fail():
    try:
        await asyncio.sleep(1.0)
    except asyncio.CancelledError:
        raise Boom("while leaving")


async def main():
    try:
        await asyncio.wait_for(fail(), 0.01)
    except Boom as error:
        log(error)
