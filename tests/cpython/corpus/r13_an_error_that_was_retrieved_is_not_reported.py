"""Asking for the error of a task is retrieving it."""

import asyncio

from words import Boom, log


async def child():
    raise Boom("seen")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    log(task.exception())
    await asyncio.sleep(0.01)
