"""A done callback sees the values of whoever added it, not of whoever settled it."""

import asyncio
import contextvars

from words import log


async def settler(variable: contextvars.ContextVar, future: asyncio.Future):
    variable.set("settler")
    future.set_result(None)


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    future = asyncio.get_running_loop().create_future()
    variable.set("adder")
    future.add_done_callback(lambda done: log("callback", variable.get()))
    await asyncio.create_task(settler(variable, future))
    await asyncio.sleep(0)
