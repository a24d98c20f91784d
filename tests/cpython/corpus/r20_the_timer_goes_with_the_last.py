"""When all are done the timer is cancelled and the loop need not wait for it."""

import asyncio

from words import log


async def main():
    for each in asyncio.as_completed([asyncio.sleep(0.01, "done")], timeout=0.05):
        log(await each)
    await asyncio.sleep(0.1)
    log("later")
