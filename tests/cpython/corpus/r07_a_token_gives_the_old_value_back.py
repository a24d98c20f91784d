"""A token undoes one set in its context."""

import asyncio
import contextvars

from words import log


async def main():
    variable = contextvars.ContextVar("variable", default="default")
    token = variable.set("one")
    await asyncio.sleep(0)
    log(variable.get())
    variable.reset(token)
    log(variable.get())
    try:
        variable.reset(token)
    except RuntimeError as error:
        log(error)
