"""A semaphore cannot begin below nothing."""

import asyncio

from words import log


async def main():
    for value in [1, 0, -1]:
        try:
            log(asyncio.Semaphore(value).locked())
        except ValueError as error:
            log(error)
        await asyncio.sleep(0)
