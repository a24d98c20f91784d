"""A task that is cancelled before its first step never runs its body."""

import asyncio

from words import log


async def child():
    try:
        log("never")
    finally:
        log("neither")


async def main():
    task = asyncio.create_task(child())
    log(task.cancel("too early"))
    try:
        await task
    except asyncio.CancelledError as error:
        log(error)
