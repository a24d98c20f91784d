"""Wait may return at the first error."""

import asyncio

from words import Boom, log


async def fail():
    await asyncio.sleep(0.02)
    raise Boom("first")


async def main():
    failing = asyncio.create_task(fail(), name="failing")
    quick = asyncio.create_task(asyncio.sleep(0.01), name="quick")
    slow = asyncio.create_task(asyncio.sleep(0.03), name="slow")
    tasks = [failing, quick, slow]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    log(list(done), list(pending), failing.exception())
