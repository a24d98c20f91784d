"""After a refused wait a task waits as usual."""

import asyncio

from words import log


async def main():
    for turn in range(2):
        try:
            await asyncio.current_task()
        except RuntimeError as error:
            log(turn, error)
    log(await asyncio.sleep(0.01, "slept"))
