"""An error the body raises when it is struck is thrown as it is."""

import asyncio

from words import Boom, log


async def main():
    try:
        async with asyncio.timeout(0.01) as limit:
            try:
                await asyncio.sleep(1.0)
            except asyncio.CancelledError:
                raise Boom("instead")
    except Boom as error:
        log(error, limit.expired())
    log(asyncio.current_task().cancelling())
