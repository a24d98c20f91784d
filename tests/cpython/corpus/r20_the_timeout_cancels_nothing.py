"""What was not done in time runs on."""

import asyncio

from words import log


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(delay)) for delay in [0.03, 0.04]]
    for each in asyncio.as_completed(tasks, timeout=0.01):
        try:
            await each
        except TimeoutError as error:
            log(error)
    await asyncio.wait(tasks)
