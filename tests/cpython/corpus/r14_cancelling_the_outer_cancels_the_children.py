"""Cancelling a gather cancels its children; it is over when one of them is."""

import asyncio

from words import log


async def child(name: str):
    try:
        await asyncio.sleep(1.0)
    finally:
        log("leaving", name)


async def main():
    gathered = asyncio.gather(child("a"), child("b"))
    await asyncio.sleep(0.01)
    log(gathered.cancel(), gathered.done())
    try:
        await gathered
    except asyncio.CancelledError as error:
        log(error)
