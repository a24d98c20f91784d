"""What the programs of the corpus say beside asyncio's own words."""

import asyncio


class Boom(Exception):
    """The error that programs throw on purpose."""


def show(value):
    """A value as both languages write it."""
    if value is None:
        return "none"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)):
        return str(int(value)) if value == int(value) else str(value)
    if isinstance(value, BaseException):
        return show_error(value)
    if isinstance(value, asyncio.Task):
        return value.get_name()
    if isinstance(value, asyncio.Future):
        return "future"
    return f"[{', '.join(show(item) for item in value)}]"


def show_error(error):
    if isinstance(error, BaseExceptionGroup):
        return f"ExceptionGroup{show(error.exceptions)}"
    name = type(error).__name__
    if isinstance(error, (Boom, asyncio.CancelledError)):
        message = show(error.args[0]) if error.args else ""
        return f"{name}({message})" if message else name
    return name
