"""A future given twice is awaited once and listed twice."""

import asyncio

from words import log


async def child():
    log("once")
    await asyncio.sleep(0.01)
    return "value"


async def main():
    task = asyncio.create_task(child())
    log(await asyncio.gather(task, task, asyncio.sleep(0.005, "other"), task))
