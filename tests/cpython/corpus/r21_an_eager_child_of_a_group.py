"""A group counts eager children that are done already as well."""

import asyncio

from words import log


async def child(name: str):
    log(name)
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child("a"), eager_start=True)
        log(task.done())
        group.create_task(child("b"))
    log("left")
