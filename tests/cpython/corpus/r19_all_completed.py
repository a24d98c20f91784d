"""Wait returns when all are done, whatever became of them."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.01)
    raise Boom("kept")


async def main():
    failing = asyncio.create_task(fail())
    sleeping = asyncio.create_task(asyncio.sleep(0.02))
    done, pending = await asyncio.wait([failing, sleeping])
    log(list(done), list(pending), failing.exception())
