"""A task's changes to a variable are seen by nobody else."""

import asyncio
import contextvars

from words import log


variable = contextvars.ContextVar("variable", default="default")


async def child(value: str):
    variable.set(value)
    await asyncio.sleep(0)
    log(value, "sees", variable.get())


async def main():
    await asyncio.gather(child("a"), child("b"))
    log("main sees", variable.get())
