"""With an eager factory a gather of coroutines that never wait needs no step."""

import asyncio

from words import log


async def child(name: str):
    log(name)
    return name


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    gathered = asyncio.gather(child("a"), child("b"))
    log("gathered", gathered.done())
    log(await gathered)
