"""Cancelling the task that waits for a gather goes to the children."""

import asyncio

from words import log


async def child(name: str):
    try:
        await asyncio.sleep(1.0)
    finally:
        log("leaving", name)


async def parent():
    await asyncio.gather(child("a"), child("b"))


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel("outside")
    try:
        await task
    except asyncio.CancelledError as error:
        log(error, task.cancelling())
