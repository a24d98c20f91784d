"""What an eager start sets stays in the new task."""

import asyncio
import contextvars

from words import log


async def child(variable: contextvars.ContextVar):
    variable.set("child")
    await asyncio.sleep(0)
    log(variable.get())


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    task = asyncio.create_task(child(variable), eager_start=True)
    log(variable.get())
    await task
