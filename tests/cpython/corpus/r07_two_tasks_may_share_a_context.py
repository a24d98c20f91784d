"""Two tasks in one context see what the other sets."""

import asyncio
import contextvars

from words import log


variable = contextvars.ContextVar("variable", default="default")


async def child(name: str):
    log(name, "sees", variable.get())
    variable.set(name)
    await asyncio.sleep(0)
    log(name, "sees", variable.get())


async def main():
    shared = contextvars.copy_context()
    await asyncio.gather(
        asyncio.create_task(child("a"), context=shared),
        asyncio.create_task(child("b"), context=shared),
    )
