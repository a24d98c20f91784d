"""A timeout strikes who waits under a shield; the shielded one goes on."""

import asyncio

from words import log


async def saving():
    await asyncio.sleep(0.03)
    return "saved"


async def main():
    task = asyncio.create_task(saving())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.01)
    except TimeoutError as error:
        log(error)
    log(await task)
