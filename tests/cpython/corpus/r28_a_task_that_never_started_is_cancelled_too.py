"""A task that was made in main's last step never runs."""

import asyncio

from words import log


async def child():
    log("never")


async def main():
    asyncio.create_task(child())
    log("main is over")
