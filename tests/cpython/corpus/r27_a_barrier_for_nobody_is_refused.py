"""A barrier needs at least one party."""

import asyncio

from words import log


async def main():
    for parties in [2, 0, -1]:
        try:
            log(asyncio.Barrier(parties).parties)
        except ValueError as error:
            log(error)
        await asyncio.sleep(0)
