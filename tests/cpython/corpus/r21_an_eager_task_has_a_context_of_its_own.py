"""What an eager start sets stays in the new task."""

import asyncio
import contextvars

from words import log


variable = contextvars.ContextVar("variable", default="default")


async def child():
    variable.set("child")
    await asyncio.sleep(0)
    log(variable.get())


async def main():
    task = asyncio.create_task(child(), eager_start=True)
    log(variable.get())
    await task
