"""Two nested timeouts that end together: the outer one's TimeoutError."""

import asyncio

from words import log


async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(1.0)
            finally:
                log(asyncio.current_task().cancelling())
    except TimeoutError as error:
        log(error, asyncio.current_task().cancelling())
