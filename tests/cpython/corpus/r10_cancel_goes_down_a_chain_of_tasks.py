"""Cancelling the outermost of a chain of tasks cancels the innermost first."""

import asyncio

from words import log


async def link(depth: int) -> None:
    try:
        if depth == 0:
            await asyncio.sleep(1.0)
        else:
            await asyncio.create_task(link(depth - 1), name=f"link {depth - 1}")
    finally:
        log("leaving", depth)


async def main():
    task = asyncio.create_task(link(2), name="link 2")
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait([task])
