"""After the timeout each of the remaining throws a TimeoutError."""

import asyncio

from words import log


async def main():
    sleeps = [asyncio.sleep(delay, "result") for delay in [0.01, 0.5, 0.6]]
    for each in asyncio.as_completed(sleeps, timeout=0.02):
        try:
            log(await each)
        except TimeoutError as error:
            log(error)
