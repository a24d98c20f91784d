"""Joining a queue without work does not switch."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    queue = asyncio.Queue()
    asyncio.create_task(other())
    await queue.join()
    log("joined")
    try:
        queue.task_done()
    except ValueError as error:
        log(error)
    await asyncio.sleep(0)
