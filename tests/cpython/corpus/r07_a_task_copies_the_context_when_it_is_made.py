"""A task sees the values of the moment it was made."""

import asyncio
import contextvars

from words import log


async def child(variable: contextvars.ContextVar):
    log("child sees", variable.get())


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    variable.set("before")
    task = asyncio.create_task(child(variable))
    variable.set("after")
    await task
    log("main sees", variable.get())
