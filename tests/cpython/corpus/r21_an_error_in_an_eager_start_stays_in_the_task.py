"""An eager task that fails at once fails for itself, not in create_task."""

import asyncio

from words import Boom, log


async def child():
    raise Boom("eager")


async def main():
    task = asyncio.create_task(child(), eager_start=True)
    log("made", task.exception())
    await asyncio.sleep(0)
