"""Without a limit waitFor waits for as long as it takes."""

import asyncio

from words import log


async def main():
    task = asyncio.create_task(asyncio.sleep(10.0, "at last"))
    log(await asyncio.wait_for(task, None))
