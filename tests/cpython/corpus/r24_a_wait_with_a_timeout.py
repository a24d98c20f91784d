"""A timeout around a wait leaves with the lock held, then released by the block."""

import asyncio

from words import log


async def main():
    condition = asyncio.Condition()
    try:
        async with condition:
            try:
                await asyncio.wait_for(condition.wait(), 0.01)
            finally:
                log(condition.locked())
    except TimeoutError as error:
        log(error, condition.locked())
