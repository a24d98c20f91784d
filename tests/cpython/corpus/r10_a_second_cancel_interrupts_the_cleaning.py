"""A second request strikes the wait inside finally."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(1.0)
    finally:
        try:
            await asyncio.sleep(0.05)
            log("never")
        finally:
            log("given up")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.01)
    task.cancel("first")
    await asyncio.sleep(0.01)
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as error:
        log(error)
