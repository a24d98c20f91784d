"""Two tasks in one context see what the other sets."""

import asyncio
import contextvars

from words import log


async def child(variable: contextvars.ContextVar, name: str):
    log(name, "sees", variable.get())
    variable.set(name)
    await asyncio.sleep(0)
    log(name, "sees", variable.get())


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    shared = contextvars.copy_context()
    await asyncio.gather(
        asyncio.create_task(child(variable, "a"), context=shared),
        asyncio.create_task(child(variable, "b"), context=shared),
    )
