"""The loop knows the tasks that are not over."""

import asyncio

from words import log


async def child(delay: float):
    await asyncio.sleep(delay)


async def main():
    asyncio.create_task(child(0), name="quick")
    asyncio.create_task(child(1.0), name="slow")
    log(list(asyncio.all_tasks()))
    await asyncio.sleep(0.01)
    log(list(asyncio.all_tasks()))
