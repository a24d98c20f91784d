"""The result of a failed task is its error, thrown each time."""

import asyncio

from words import Boom, log


async def child():
    await asyncio.sleep(0)
    raise Boom("mine")


async def main():
    task = asyncio.create_task(child())
    await asyncio.wait([task])
    for turn in range(2):
        try:
            task.result()
        except Boom as error:
            log(turn, error)
