"""A timeout around a group cancels the children and stays a TimeoutError."""

import asyncio

from words import log


async def child():
    try:
        await asyncio.sleep(1.0)
    finally:
        log("leaving")


async def main():
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
    except TimeoutError as error:
        log(error)
