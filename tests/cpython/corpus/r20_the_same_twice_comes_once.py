"""A task given twice comes once."""

import asyncio

from words import log


async def main():
    task = asyncio.create_task(asyncio.sleep(0.01, "once"))
    for each in asyncio.as_completed([task, task]):
        log(await each)
    log("over")
