"""A coroutine that is awaited directly changes its caller's context."""

import asyncio
import contextvars

from words import log


async def inner(variable: contextvars.ContextVar):
    await asyncio.sleep(0)
    variable.set("inner")


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    await inner(variable)
    log(variable.get())
