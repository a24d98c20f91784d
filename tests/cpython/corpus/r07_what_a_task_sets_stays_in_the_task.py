"""A task's changes to a variable are seen by nobody else."""

import asyncio
import contextvars

from words import log


async def child(variable: contextvars.ContextVar, value: str):
    variable.set(value)
    await asyncio.sleep(0)
    log(value, "sees", variable.get())


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    await asyncio.gather(child(variable, "a"), child(variable, "b"))
    log("main sees", variable.get())
