"""A task with a context of its own runs in that one itself, not in a copy."""

import asyncio
import contextvars

from words import log


async def child(variable: contextvars.ContextVar):
    log("child sees", variable.get())
    variable.set("child")


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    context = contextvars.copy_context()
    context.run(lambda: variable.set("given"))
    await asyncio.create_task(child(variable), context=context)
    log(variable.get(), context.run(lambda: variable.get()))
