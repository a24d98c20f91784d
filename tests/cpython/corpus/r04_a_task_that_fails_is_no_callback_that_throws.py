"""An error in a task stays in the task and is not given to the handler."""

import asyncio

from words import Boom, log


async def child():
    log("child")
    raise Boom("in a task")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    log(task.done(), task.exception())
