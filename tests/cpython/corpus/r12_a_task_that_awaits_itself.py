"""A task that awaits itself gets an error in a new step."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        log(error)
    return "goes on"


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    log(task.done())
    log(task.result() if task.done() else "not yet")
    await asyncio.sleep(0)
    log(task.result())
