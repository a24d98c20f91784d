"""A task sees the values of the moment it was made."""

import asyncio
import contextvars

from words import log


variable = contextvars.ContextVar("variable", default="default")


async def child():
    log("child sees", variable.get())


async def main():
    variable.set("before")
    task = asyncio.create_task(child())
    variable.set("after")
    await task
    log("main sees", variable.get())
