"""Notifying and waiting need the lock."""

import asyncio

from words import log


async def main():
    condition = asyncio.Condition()
    try:
        condition.notify()
    except RuntimeError as error:
        log(error)
    await asyncio.sleep(0)
    try:
        await condition.wait()
    except RuntimeError as error:
        log(error)
