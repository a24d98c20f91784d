"""waitFor waits until the cancelled one has cleaned up."""

import asyncio

from words import log


async def slow():
    try:
        await asyncio.sleep(1.0)
    finally:
        await asyncio.sleep(0.05)
        log("clean")


async def main():
    task = asyncio.create_task(slow())
    try:
        await asyncio.wait_for(task, 0.01)
    except TimeoutError as error:
        log(error, task.cancelled())
