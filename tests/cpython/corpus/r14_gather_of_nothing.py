"""A gather of nothing is done with an empty list, a pass later."""

import asyncio

from words import log


async def other():
    log("other")


async def main():
    asyncio.create_task(other())
    gathered = asyncio.gather()
    log(gathered.done())
    log(await gathered)
