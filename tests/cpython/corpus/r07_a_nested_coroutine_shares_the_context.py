"""A coroutine that is awaited directly changes its caller's context."""

import asyncio
import contextvars

from words import log


variable = contextvars.ContextVar("variable", default="default")


async def inner():
    await asyncio.sleep(0)
    variable.set("inner")


async def main():
    await inner()
    log(variable.get())
