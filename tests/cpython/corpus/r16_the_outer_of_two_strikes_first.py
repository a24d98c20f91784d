"""An outer timeout passes through the inner one as a cancellation."""

import asyncio

from words import log


async def main():
    try:
        async with asyncio.timeout(0.01):
            try:
                async with asyncio.timeout(0.05):
                    await asyncio.sleep(1.0)
            except asyncio.CancelledError as error:
                log("through the inner", error)
                raise
    except TimeoutError as error:
        log("outer", error)
