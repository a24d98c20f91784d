"""When the limit is over the awaited is cancelled and TimeoutError thrown."""

import asyncio

from words import log


async def slow():
    try:
        await asyncio.sleep(1.0)
    finally:
        log("leaving")


async def main():
    try:
        await asyncio.wait_for(slow(), 0.01)
    except TimeoutError as error:
        log(error)
