"""Of two nested timeouts the inner one strikes and the outer one goes on."""

import asyncio

from words import log


async def main():
    try:
        async with asyncio.timeout(0.05):
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(1.0)
            except TimeoutError as error:
                log("inner", error)
            await asyncio.sleep(1.0)
    except TimeoutError as error:
        log("outer", error)
