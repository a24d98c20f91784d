"""With an eager task factory every new task starts at once."""

import asyncio

from words import log


async def child(name: str):
    log(name)
    await asyncio.sleep(0)
    return name


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(child("a"))
    log("made")
    log(await asyncio.gather(task, child("b")))
