"""A callback sees the values of the moment it was scheduled."""

import asyncio
import contextvars

from words import log


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    loop = asyncio.get_running_loop()
    variable.set("one")
    loop.call_soon(lambda: log("soon", variable.get()))
    loop.call_later(0.01, lambda: log("later", variable.get()))
    variable.set("two")
    await asyncio.sleep(0.01)
    log("main", variable.get())
